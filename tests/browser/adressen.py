"""The addresses of the house, and the page of all parts that exists with DEBUG only."""

from django.urls import path

from inburgering.urls import urlpatterns as house
from inburgering.views.componenten import componenten


urlpatterns = [*house, path("componenten/", componenten)]

"""The icons: one name, one inline drawing. They never speak; the word beside them does."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


register = template.Library()

# Own drawings on a grid of 24, line width 2.
DRAWINGS = {
    "arrow-left": '<path d="M20 12H4m7-7-7 7 7 7"/>',
    "arrow-right": '<path d="M4 12h16m-7-7 7 7-7 7"/>',
    "calendar": '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 2v5m8-5v5"/>',
    "check": '<path d="m4 12.5 5.5 5.5L20 6.5"/>',
    "chevron-down": '<path d="m5 9 7 7 7-7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "cross": '<path d="m5.5 5.5 13 13m0-13-13 13"/>',
    "document": '<path d="M6 2.5h8l5 5v14H6zM14 2.5v5h5M9 13h7m-7 4h7"/>',
    "download": '<path d="M12 3v12m-5-5 5 5 5-5M4 20h16"/>',
    "edit": '<path d="M4 20h4L20 8l-4-4L4 16zm10-14 4 4"/>',
    "exchange": '<path d="M4 8h15m-4-4 4 4-4 4M20 16H5m4 4-4-4 4-4"/>',
    "eye": '<path d="M2 12s3.5-7 10-7 10 7 10 7-3.5 7-10 7-10-7-10-7z"/><circle cx="12" cy="12" r="3"/>',
    "flag": '<path d="M5 22V3h14l-3 5 3 5H5"/>',
    "history": '<path d="M3 4v5h5M3.5 9a9 9 0 1 1-.5 4M12 7.5V12l3.5 2"/>',
    "home": '<path d="M3 11 12 3l9 8M5.5 9.5V21h13V9.5"/>',
    "inbox": '<path d="M4 13 6.5 4h11L20 13v7H4zm0 0h5l1 3h4l1-3h5"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6m0-10v.01"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="m11.5 11.5 8-8m-4.5 4.5 3 3"/>',
    "lock": '<rect x="4.5" y="10.5" width="15" height="10.5" rx="2"/><path d="M8 10.5V7a4 4 0 0 1 8 0v3.5"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>',
    "minus": '<path d="M5 12h14"/>',
    "note": '<path d="M4 4h16v11l-5 5H4zM20 15h-5v5M8 9h8m-8 4h4"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.8 3.5 2.7 3.5 5.5"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 8V3h10v5M7 17H3.5V9.5a1.5 1.5 0 0 1 1.5-1.5h14a1.5 1.5 0 0 1 1.5 1.5V17H17"/><path d="M7 14h10v7H7z"/>',
    "route": '<path d="M5 17.5h4v-4h4.5v-4H18v-4"/>',
    "school": '<path d="m2 9 10-5 10 5-10 5zM6 11.5V17c3.5 2.5 8.5 2.5 12 0v-5.5M22 9v6"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>',
    "shield": '<path d="M12 2.5 20 5.5V12c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V5.5z"/>',
    "sign-out": '<path d="M10 4H4v16h6m4-4 4-4-4-4m4 4H9"/>',
    "undo": '<path d="m8 4-5 5 5 5M3 9h11a6.5 6.5 0 0 1 0 13H9"/>',
    "warning": '<path d="M12 3 22 20.5H2zm0 7v5m0 2.5v.01"/>',
}  # fmt: skip
ICONS = {
    name: format_html(
        '<svg class="ib-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        "{}</svg>",
        mark_safe(drawing),  # noqa: S308 - our own constants
    )
    for name, drawing in DRAWINGS.items()
}


@register.simple_tag
def icoon(name: str) -> SafeString:
    """Draw one icon. A name that does not exist is a mistake in the template."""
    return ICONS[name]

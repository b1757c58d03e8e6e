import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inburgering', '0004_afwijking_zonder_dossier'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicaltermijn',
            name='klantmanager',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicaltermijn',
            name='team',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inburgering.team'),
        ),
        migrations.AddField(
            model_name='termijn',
            name='klantmanager',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='termijn',
            name='team',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inburgering.team'),
        ),
        migrations.AddIndex(
            model_name='termijn',
            index=models.Index(condition=models.Q(('vervallen', False), ('voldaan_op__isnull', True)), fields=['gemeente', 'klantmanager', 'uiterlijk', 'id'], name='termijn_open_km'),
        ),
        migrations.AddIndex(
            model_name='termijn',
            index=models.Index(condition=models.Q(('vervallen', False), ('voldaan_op__isnull', True)), fields=['gemeente', 'team', 'uiterlijk', 'id'], name='termijn_open_team'),
        ),
        migrations.AddIndex(
            model_name='termijn',
            index=models.Index(condition=models.Q(('vervallen', False), ('voldaan_op__isnull', True)), fields=['gemeente', 'soort', 'uiterlijk', 'id'], name='termijn_open_soort'),
        ),
        migrations.AddIndex(
            model_name='termijn',
            index=models.Index(condition=models.Q(('vervallen', False), ('voldaan_op__isnull', True), ('klantmanager__isnull', True)), fields=['gemeente', 'uiterlijk', 'id'], name='termijn_open_niemand'),
        ),
        migrations.AddIndex(
            model_name='traject',
            index=models.Index(fields=['gemeente', '-id'], name='traject_nieuwste'),
        ),
        migrations.AddIndex(
            model_name='raadpleging',
            index=models.Index(fields=['gemeente', 'gebruiker', '-id'], name='raadpleging_gebruiker'),
        ),
    ]

"""Example translations in the demo: made up for Demostad, and never shipped as official.

Two colleagues do it by the ordinary acts: Lotte records, Peter looks. English and Arabic
are complete. Ukrainian is left as a municipality may well meet it: one text waits for a
second pair of eyes, one was found wrong, and one fell away since its Dutch changed.
"""

# ruff: noqa: RUF001 - Ukrainian has letters that look like ours.

from collections.abc import Mapping
from datetime import datetime, timedelta

from inburgering.actions import samenvatting, tekstblok
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.pip import PIP
from inburgering.models.tekstblok import Tekstblok
from inburgering.wet.begrippen import PIPStatus


VERTALER = "Vertaalbureau Voorbeeld (verzonnen, alleen voor de demo)"
VOORBEELD = "Voorbeeld bij de demo. Geen beëdigd vertaler zag dit."
GEWIJZIGD = "sv_niet_gelukt"
NIEUW_NEDERLANDS = (
    "Lukt een afspraak niet? Bel of mail ons dan meteen. Wij zoeken samen een oplossing. "
    "Komt u een afspraak niet na zonder goede reden? Dan kan dat geld kosten."
)
WACHT = "sv_bezwaar"
NIET_GOED, WAAROM = "sv_map", "Het woord voor ervaring past hier niet. Kies een ander."

ENGELS: Mapping[str, str] = {
    "sv_titel": "Summary of your plan",
    "sv_nederlands_beslist": (
        "This is a summary. The letter in Dutch is the decision. Does this page say "
        "something different from the letter? Then the letter counts."
    ),
    "sv_b1_route": (
        "You follow the B1 route (B1-route). You learn Dutch and you take part: through "
        "work, an internship or voluntary work."
    ),
    "sv_onderwijsroute": (
        "You follow the education route (onderwijsroute). You learn Dutch and you prepare "
        "for a course of study."
    ),
    "sv_z_route": (
        "You follow the self-reliance route (zelfredzaamheidsroute, Z-route). You learn "
        "Dutch for everyday life and you take part in your neighbourhood or at a workplace."
    ),
    "sv_termijn": "Your time starts on {begin}. You must be finished on {einde}.",
    "sv_pvt": (
        "You learn about life in the Netherlands and you sign the participation statement "
        "(PVT). This takes {uren} hours."
    ),
    "sv_map": (
        "You learn about work in the Netherlands (MAP). You gain {uren} hours of practical "
        "experience."
    ),
    "sv_gesprekken": (
        "Every {weken} weeks you talk with the municipality about how things are going."
    ),
    "sv_doelen": (
        "These are your goals. They are written below in Dutch. Ask for an explanation if "
        "there is something you do not understand."
    ),
    "sv_afspraken": (
        "This is what we agreed with you. The agreements are written below in Dutch. Ask "
        "for an explanation if there is something you do not understand."
    ),
    "sv_niet_gelukt": (
        "Are you unable to keep an agreement? Call or e-mail us straight away. We will look "
        "for a solution together. Do you break an agreement without a good reason? Then "
        "that can cost you money."
    ),
    "sv_bezwaar": (
        "Do you disagree with the plan? Then you can object. Do so within {weken} weeks "
        "after the day on which the letter was sent. You may ask for help."
    ),
}
# A number of hours or weeks stands apart: the word beside it would change with it.
ARABISCH: Mapping[str, str] = {
    "sv_titel": "ملخّص خطّتك",
    "sv_nederlands_beslist": (
        "هذا ملخّص. القرار هو الرسالة المكتوبة باللغة الهولندية. هل يختلف ما تقرؤه هنا عن "
        "الرسالة؟ عندئذٍ تكون الرسالة هي المعتمدة."
    ),
    "sv_b1_route": (
        "أنت تتبع مسار B1 (B1-route). تتعلّم اللغة الهولندية وتشارك في المجتمع: من خلال عمل "
        "أو تدريب عملي أو عمل تطوّعي."
    ),
    "sv_onderwijsroute": (
        "أنت تتبع مسار التعليم (onderwijsroute). تتعلّم اللغة الهولندية وتستعدّ للدراسة."
    ),
    "sv_z_route": (
        "أنت تتبع مسار الاعتماد على النفس (Z-route). تتعلّم اللغة الهولندية للحياة اليومية "
        "وتشارك في حيّك أو في مكان عمل."
    ),
    "sv_termijn": "تبدأ مدّتك في {begin}. يجب أن تنتهي في {einde}.",
    "sv_pvt": (
        "تتعلّم عن الحياة في هولندا وتوقّع إعلان المشاركة (PVT). عدد الساعات: {uren}."
    ),
    "sv_map": (
        "تتعلّم عن العمل في هولندا (MAP). وتكتسب خبرة عملية. عدد ساعات الخبرة: {uren}."
    ),
    "sv_gesprekken": (
        "تتحدّث بانتظام مع البلدية عن سير الأمور. عدد الأسابيع بين محادثة وأخرى: {weken}."
    ),
    "sv_doelen": (
        "هذه أهدافك. وهي مكتوبة أدناه باللغة الهولندية. اطلب الشرح إذا كان هناك شيء لا تفهمه."
    ),
    "sv_afspraken": (
        "هذا ما اتّفقنا عليه معك. الاتّفاقات مكتوبة أدناه باللغة الهولندية. اطلب الشرح إذا كان "
        "هناك شيء لا تفهمه."
    ),
    "sv_niet_gelukt": (
        "ألا تستطيع الالتزام باتّفاق؟ اتّصل بنا فورًا أو أرسل إلينا رسالة إلكترونية. سنبحث معًا عن "
        "حلّ. ألم تلتزم باتّفاق دون سبب وجيه؟ قد يكلّفك ذلك مالًا."
    ),
    "sv_bezwaar": (
        "ألا توافق على الخطّة؟ يمكنك الاعتراض عليها. عدد الأسابيع المتاحة لك بعد يوم إرسال "
        "الرسالة: {weken}. يحقّ لك أن تطلب المساعدة."
    ),
}
OEKRAIENS: Mapping[str, str] = {
    "sv_titel": "Короткий зміст вашого плану",
    "sv_nederlands_beslist": (
        "Це короткий зміст. Рішенням є лист нідерландською мовою. Тут написано щось інше, "
        "ніж у листі? Тоді діє лист."
    ),
    "sv_b1_route": (
        "Ви навчаєтеся за маршрутом B1 (B1-route). Ви вивчаєте нідерландську мову й берете "
        "участь у житті суспільства: через роботу, стажування або волонтерство."
    ),
    "sv_onderwijsroute": (
        "Ви навчаєтеся за освітнім маршрутом (onderwijsroute). Ви вивчаєте нідерландську "
        "мову й готуєтеся до навчання за фахом."
    ),
    "sv_z_route": (
        "Ви навчаєтеся за маршрутом самостійності (Z-route). Ви вивчаєте нідерландську мову "
        "для щоденного життя й берете участь у житті свого району або на робочому місці."
    ),
    "sv_termijn": "Ваш термін починається {begin}. Ви маєте завершити до {einde}.",
    "sv_pvt": (
        "Ви дізнаєтеся про життя в Нідерландах і підписуєте заяву про участь (PVT). "
        "Кількість годин: {uren}."
    ),
    "sv_map": (
        "Ви дізнаєтеся про роботу в Нідерландах (MAP). Ви набуваєте практичного досвіду. "
        "Кількість годин: {uren}."
    ),
    "sv_gesprekken": (
        "Ви регулярно говорите з муніципалітетом про те, як ідуть справи. Кількість тижнів "
        "між розмовами: {weken}."
    ),
    "sv_doelen": (
        "Це ваші цілі. Нижче вони написані нідерландською мовою. Попросіть пояснення, якщо "
        "ви чогось не розумієте."
    ),
    "sv_afspraken": (
        "Про це ми з вами домовилися. Домовленості нижче написані нідерландською мовою. "
        "Попросіть пояснення, якщо ви чогось не розумієте."
    ),
    "sv_niet_gelukt": (
        "Не можете виконати домовленість? Одразу зателефонуйте нам. Разом ми знайдемо "
        "рішення. Не виконуєте домовленість без поважної причини? Це може коштувати грошей."
    ),
    "sv_bezwaar": (
        "Ви не згодні з планом? Тоді ви можете подати заперечення. Зробіть це протягом "
        "{weken} тижнів після дня, коли було надіслано лист. Ви можете попросити про "
        "допомогу."
    ),
}


def _leg_vast(
    taal: str, teksten: Mapping[str, str], by: Lidmaatschap, on: datetime
) -> list[Tekstblok]:
    return [
        tekstblok.vertalen(
            by=by, on=on, blok=blok, taal=taal, tekst=tekst, vertaald_door=VERTALER
        ).feit
        for blok, tekst in teksten.items()
    ]


def _kijk_na(rows: list[Tekstblok], by: Lidmaatschap, on: datetime) -> None:
    for row in rows:
        tekstblok.nakijken(by=by, on=on, id=row.pk, goed=True, opmerking=VOORBEELD)


def vul(leden: Mapping[str, Lidmaatschap], nu: datetime) -> None:
    """Record the translations of a municipality, and make a summary in two languages."""
    lotte, peter = leden["beheerder"], leden["teamleider"]
    rows = _leg_vast("uk", OEKRAIENS, lotte, nu - timedelta(days=40))
    seen = nu - timedelta(days=38)
    _kijk_na([r for r in rows if r.sleutel not in {WACHT, NIET_GOED}], peter, seen)
    wrong = next(row for row in rows if row.sleutel == NIET_GOED)
    tekstblok.nakijken(by=peter, on=seen, id=wrong.pk, goed=False, opmerking=WAAROM)

    changed = nu - timedelta(days=20)
    tekstblok.wijzigen(
        by=lotte, on=changed, blok=GEWIJZIGD, tekst=NIEUW_NEDERLANDS,
        geldig_vanaf=changed.date(),
    )  # fmt: skip
    for taal, teksten in (("en", ENGELS), ("ar", ARABISCH)):
        rows = _leg_vast(taal, teksten, lotte, nu - timedelta(days=12))
        _kijk_na(rows, peter, nu - timedelta(days=10))
    for naam, taal in (("Engels", "en"), ("Arabisch", "ar")):
        plans = PIP.objects.filter(
            status=PIPStatus.VASTGESTELD.value,
            traject__inburgeraar__contacttaal=naam,
            traject__klantmanager=leden["klantmanager"].gebruiker,
        ).select_related("traject")
        for pip in plans.order_by("-dagtekening", "pk")[:2]:
            samenvatting.maken(
                traject=pip.traject, by=leden["klantmanager"], on=nu, pip=pip, taal=taal
            )

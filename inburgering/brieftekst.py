"""The words of the letters of enforcement and objection, by key.

A municipality's own text block with the same key wins (``beschikkingen.tekst``). What
stands between braces is filled in; every other brace stays as it is.
"""

HANDHAVINGSTEKST = {
    "brief_contact": (
        "Heeft u vragen, of wilt u hulp bij het lezen van deze brief? Neem contact op met "
        "{klantmanager} van de gemeente {gemeente}. Noem dan het nummer van uw dossier: "
        "{nummer}. Wilt u een tolk? Zeg het ons."
    ),
    "brief_ondertekening": "Met vriendelijke groet,\nnamens het college,",
    "uitnodiging_aanhef": (
        "Wij willen graag met u praten over een afspraak die niet is nagekomen. Wij "
        "willen weten wat er speelt en hoe wij u kunnen helpen."
    ),
    "uitnodiging_gesprek": (
        "Het gesprek is op {dag} om {tijd} uur. De plaats is: {plaats}. Kunt u dan niet? "
        "Laat het ons weten, dan maken wij een andere afspraak. U mag iemand meenemen."
    ),
    "waarschuwing_aanhef": (
        "U krijgt een waarschuwing. Een afspraak is niet nagekomen. Aan deze waarschuwing "
        "zit nog geen gevolg vast."
    ),
    "waarschuwing_vervolg": (
        "Kom de afspraak voortaan na. Lukt dat niet? Zeg het ons meteen, dan zoeken wij "
        "samen naar een oplossing. Gebeurt het weer, dan kunnen wij een sanctie overwegen."
    ),
    "voornemen_aanhef": (
        "Wij overwegen een {sanctie}. Er is nog niets besloten. Eerst horen wij graag wat "
        "u ervan vindt."
    ),
    "voornemen_zwijgrecht": (
        "U hoeft niet te antwoorden op vragen over wat er is gebeurd. Dat zeiden wij u op "
        "{dag}, in een taal die u verstaat ({taal})."
    ),
    "voornemen_zienswijze": (
        "U kunt ons laten weten wat u ervan vindt. Dat heet een zienswijze. Dat kan in een "
        "brief of in een gesprek, tot en met {dag}. U mag iemand vragen om u te helpen. "
        "Daarna besluit iemand die het rapport niet heeft gemaakt."
    ),
    "voornemen_weging": (
        "Bij het besluit kijken wij naar wat er is gebeurd, naar de oorzaak, of het u te "
        "verwijten is, en naar uw omstandigheden. Bij een boete kijken wij ook of u die "
        "kunt betalen."
    ),
    "besluit_aanhef": (
        "Het college van burgemeester en wethouders heeft een besluit genomen over een "
        "afspraak die niet is nagekomen. In deze brief leest u welk besluit, en waarom."
    ),
    "besluit_betalen": (
        "Kunt u de boete niet in een keer betalen? Neem dan contact met ons op."
    ),
    "gestopt_aanhef": (
        "Wij zijn gestopt met de handhaving. U krijgt geen sanctie voor wat er toen is "
        "gebeurd."
    ),
    "bezwaar_aanhef": (
        "U maakte bezwaar tegen een besluit van de gemeente. Het college heeft opnieuw "
        "naar het besluit gekeken. In deze brief leest u de uitkomst."
    ),
    "bezwaar_beroep": (
        "Bent u het niet eens met deze beslissing? U kunt in beroep gaan bij de rechtbank. "
        "Doe dat binnen {weken} weken na de dag waarop deze beslissing is verstuurd. Stuur "
        "een kopie van deze brief mee."
    ),
}

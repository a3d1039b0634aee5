"""What carries a Roman numeral, read in Latin small letters whatever script the text is in."""

import re

#: What is counted, after the numeral or before it: „I разред“, „у II делу“, „том I“; beginnings of words, a hyphen closes one.
_COUNTED = """
    armij balkansk beogradsk brigad ciklus dan- deo- delu- delom- dijel dio- divizij faz gimnazij internacional izdanj kategorij kol-
    kola- kolo- kolu- konferencij kongres korpus krajišk kvartal lig odelj odjelj odsek opštinsk poglavlj polugod proletersk razred
    sabor sednic sesij semest sjednic smen sprat srpski-ustan srpskog-ustan srpskom-ustan stepen svesk svetsk svezak svjetsk tom- toma-
    tome- tomu- tromesečj ustan vek- veka- veku- vijek zon
""".split()
#: What bears a number behind it: „књига I“; before it the same letter begins a sentence („И књига је ту.“).
_LABELLED = """
    broj član glav grup klas knjig krug mesec mest mjest nagrad nivo odeljak odeljk prilog red- reda- redu- skupštin tabel tabl tačk
""".split()
#: Who is numbered: kings, popes, patriarchs, sultans; their names may have an ending of their case.
_RULERS = """
    ahmed aleksandar aleksandr aleksij alfons andronik arsenij bajazit bel benedikt bonifac boris čarls danil dimitrij dušan džejms
    džordž edvard elizabet emanuel erik ferdinand filip franc franj fransoa frederik fridri gavril german grgur gustav hamid henri huan
    inoćent inokent irinej ivan josif jovan jozef justinijan karl katarin kazimir kiril klement konstantin kristijan lazar leon leopold
    luj magnus makarij maksimilijan manojl matij medžid mehmed mihail mihaj milan miloš murat mustaf napoleon nikodim nikol osman oton
    pavl petar petr pij ričard rudolf samuil sav selim simeon stefan sulejman teodor teodos tvrtk umbert urban uroš vasilij viktor
    vilhelm vladislav žozef
""".split()
_ENDINGS = "a e i o u ar le om em jem ej ejem je ja ju ije iju ijem on ona onu".split()


def _beginning(stems: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.sub("-$", r"\\b", stem).replace("-", " ") for stem in stems))


FOLLOWING = re.compile(rf"\.?[ \u00a0](?:{_beginning(_COUNTED).pattern})")
PRECEDING = _beginning(_COUNTED + _LABELLED)
RULER = re.compile(f"(?:{'|'.join(_RULERS)})(?:{'|'.join(_ENDINGS)})?")

"""What short texts are told apart by: words, endings and letter groups of Serbian and of its neighbours."""

import re

from biblionet_reg.domain.script.protected_words import PROTECTED

#: Serbian words that no neighbour shares.
SURELY_SERBIAN = frozenset("i u sa kao koji koja koje kojem kojoj kojima kroz što šta nije jeste ili jer već uz ka".split())
SERBIAN_WORDS = SURELY_SERBIAN | frozenset(
    "je se na su za da ne sè nè od iz po do ali bi kod o nad pod pri bez ima treba može prema među između "
    "vrlo dobro rad grad dom savet matica zavod ustanova klub škola skola os oš".split()
)
SERBIAN_STEMS = tuple(
    "bibliote knjižni knjizni knjig knjiž čitao citao čita muzej arhiv gimnazij fakultet univerzitet ministarstv opštin opstin gradsk "
    "narodn javn kultur srps srbij jugoslov društv drustv udruženj udruzenj savez ustanov zadužbin zaduzbin fondacij akademij skupštin "
    "pozoriš izdava školsk skolsk osnovn srednj tehničk tehnick medicinsk ekonomsk pravn filozofsk filološk pokrajinsk zavičajn vojvođ "
    "vojvod beograd savetni viši diplomiran samostaln profesor direktor uredni arhivist informator nastavni "
    "učitelj student uprav kancelarij".split()
)
#: Endings of longer words; not those that English or German have too.
SERBIAN_ENDINGS = tuple(
    "nje nja nju njem njima osti ošću stvo stva stvu stvom ski ska sko ske skog skom skoj skih skim čki čka čko čke cija cije ciji ciju "
    "cijom cijama logija logije ama ima ovi ova ove ević ović ica ice ici icu nog noj nom nih nim ijom ijama itelj".split()
)
ENGLISH_WORDS = frozenset(
    "the of and in is for an this that with are be it as by from at has have was were or very good paper author authors which about its "
    "their our your we how what why where when who between through towards toward into can will not all book books club library libraries "
    "librarian librarians reading read reader readers community communities case study studies place places role history heritage open "
    "access data digital digitization digitisation information knowledge literacy learning new public national local school schools "
    "research social media world future change changes development services service users user children young people women project "
    "projects network european europe serbia serbian belgrade review practice practices challenges opportunities using building making "
    "introduction experience experiences group hub council corner center centre college british american foundation office international "
    "association manager senior junior curator editor head chief lecturer assistant associate engineer consultant officer".split()
)
ENGLISH_ENDINGS = ("tion", "tions", "ities", "ity", "ally", "ship", "ness", "ments", "ings")
#: English in -ing that Serbian has made its own.
SERBIAN_ING = frozenset(
    "marketing trening parking miting lizing konsalting inženjering inzenjering kamping brifing monitoring rejting brending šoping holding "
    "dansing smoking puding ring karting bouling bilding čartering dajving džoging karavaning".split()
)
#: Words of other languages, and names in them that Serbian letters would spell.
OTHER_WORDS = frozenset(
    "und der die das den dem des für von vom zur zum aus auf als eine einer ein ist über durch gemeinde bibliothek bücherei "
    "és az egy mint hogy nem vagy könyvtár "
    "le les et pour dans une avec aux du della delle degli nella el los las por para una biblioteca biblioteche "
    "ter tudi lahko kot ki "
    "goethe cervantes coca cola banca intesa delhaize canva unicredit erste raiffeisen".split()
)
#: Slovene, Slovak, Albanian and Romanian between words: „Narodna in univerzitetna knjižnica“, „Biblioteka e Qytetit“.
#: Latin phrases of Serbian texts are none of it.
NEIGHBOUR = re.compile(
    r"(?<=\w )(?:in(?! (?:memoriam|situ|vitro|vivo|extenso|folio|absentia|medias)\b)|ter|kot|ki|tudi|lahko|në|dhe)(?= \w)"
    r"|\b(?:mestn[aei] knjižnic|univerzitetn[aei]\b|skupnost|občinsk[aei] knjižnic"
    r"|knižni[cč]\w*|bibliotecil\w+|bibliotek(?:at|ave)\b"
    r"|biblioteka (?:e(?= \w)|kombëtare|publike|universitare|qendrore|komunale)\b)",
    re.IGNORECASE,
)
#: Letter groups that Serbian spelling never has, also where its marks are left out (Backi, Leskovacki).
FOREIGN_SPELLING = re.compile(
    r"[qwxy]|ch|gh|ph|cz|sz|ct|^th|th(?!od|v|ra|la)|ck(?![aeiou])|(?<!^i)sh(?:$|[aiulmnpst])|(?<!^n)(?<!^r)(?<!^pr)(?<!^n[ao]j)ee"
    r"|(?<!^z)oo$|oo[kmt](?:$|[slei])|ool(?:$|s)|oo[dr](?:$|s)|ou(?:r$|s|t$|ld|nd|p$)|eau|ll|ff|cc|kk|gg|pp|hh|(?<!^nu)(?<!^i)zz"
    r"|(?<!^su)bb|mm(?!et)|(?<!^[vp]a)nn|(?<!^tran)ss|(?<![esr])tt|^mc"
)
#: Words that stay as they are in Serbian too.
STAYING = frozenset(part.lower() for word in PROTECTED if " " not in word for part in re.findall(r"[^\W\d_]+", word))
#: Letters of other Cyrillic alphabets, whole or as a letter and its mark; a lone ѕ is a slip for з.
FOREIGN_CYRILLIC = re.compile("[^\\W\\d_a-zA-Z\u00aa-\u024fѕЅа-зик-шјљњћђџѐѝА-ЗИК-ШЈЉЊЋЂЏЀЍ]|[иИ]\u0306|\\b[вк]\\b")

"""The same people in three alphabetical orders, each written down by hand: "family name, given name" as they were typed."""

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import PersonName

AZBUKA = """
Абаџић, Ана
Ábrahám, Éva
Аџић, Ђура
Бабић, Цветко
Бабић Вукадинов, Ана
Бабић-Тасић, Ана
Бабићев, Ана
Banjac, Milan
Bogdanović, Ćira
Богдановић, Цветко
Bogdanović, Čedomir
Weber, Anna
von Neumann, János
Вујић, Мара
Вук, Јован
Гајић, Петар
de Castro, María
Дробњак, Ружа
Ђокић, Душан
Đokić, Đorđe
Đokić, Džemal
Ђорђевић, Ана
Еремић, Ива
Žikić, Žika
Жикић, Зоран
Zimonjić, Ana
Зорић, Ана
Инић, Ана
Инјац, Ана
Иносавић, Ана
Ињић, Ана
Јовановић, Јован
Јовановић-Трифуновић, Мира
Young, Neil
Kovács, István
Kovač, Ana
Kováč, Ján
Ковачевић, Ана
Xavier, Mary
Quinn, Mary
Лазић, Лука
Lazić, Lucija
Лазић, Љиљана
Љубић, Ана
Ljubičić, Ana
Марић, Нада
Marić, Njegoš
Nagy, Zoltán
Најдић, Ана
Нушић, Бранислав
Његош, Петар
Обрадовић, Доситеј
O'Brien, Seán
Ødegård, Åse
Petrović, Prof. Dr Ana
Петровић, проф. др Јован
др Петровић, Милица
Ракић, Милан
Симић, Ана
Smith, John
Станковић, Бора
Тадић, Љубомир
Ћосић, Добрица
Урошевић, Ана
Филиповић, Вук
Хаџић, Ана
Цветковић, Цвета
Čolić, Zdravko
Чубрило, Вук
Џепина, Ана
Šarić, Ana
Шекуларац, Ана
"""

ABECEDA = """
Абаџић, Ана
Ábrahám, Éva
Аџић, Ђура
Бабић, Цветко
Бабић-Тасић, Ана
Бабић Вукадинов, Ана
Бабићев, Ана
Banjac, Milan
Богдановић, Цветко
Bogdanović, Čedomir
Bogdanović, Ćira
Цветковић, Цвета
Čolić, Zdravko
Чубрило, Вук
Ћосић, Добрица
de Castro, María
Дробњак, Ружа
Џепина, Ана
Ђокић, Душан
Đokić, Džemal
Đokić, Đorđe
Ђорђевић, Ана
Еремић, Ива
Филиповић, Вук
Гајић, Петар
Хаџић, Ана
Инић, Ана
Инјац, Ана
Иносавић, Ана
Ињић, Ана
Јовановић, Јован
Јовановић-Трифуновић, Мира
Kovács, István
Kovač, Ana
Kováč, Ján
Ковачевић, Ана
Lazić, Lucija
Лазић, Лука
Лазић, Љиљана
Ljubičić, Ana
Љубић, Ана
Марић, Нада
Marić, Njegoš
Nagy, Zoltán
Најдић, Ана
Нушић, Бранислав
Његош, Петар
Обрадовић, Доситеј
O'Brien, Seán
Ødegård, Åse
Petrović, Prof. Dr Ana
Петровић, проф. др Јован
др Петровић, Милица
Quinn, Mary
Ракић, Милан
Симић, Ана
Smith, John
Станковић, Бора
Šarić, Ana
Шекуларац, Ана
Тадић, Љубомир
Урошевић, Ана
von Neumann, János
Вујић, Мара
Вук, Јован
Weber, Anna
Xavier, Mary
Young, Neil
Zimonjić, Ana
Зорић, Ана
Жикић, Зоран
Žikić, Žika
"""

ENGLISH = """
Абаџић, Ана
Ábrahám, Éva
Аџић, Ђура
Бабић, Цветко
Бабић-Тасић, Ана
Бабић Вукадинов, Ана
Бабићев, Ана
Banjac, Milan
Bogdanović, Čedomir
Bogdanović, Ćira
Богдановић, Цветко
Čolić, Zdravko
Ћосић, Добрица
Чубрило, Вук
Цветковић, Цвета
de Castro, María
Đokić, Đorđe
Ђокић, Душан
Đokić, Džemal
Ђорђевић, Ана
Дробњак, Ружа
Џепина, Ана
Еремић, Ива
Филиповић, Вук
Гајић, Петар
Хаџић, Ана
Инић, Ана
Инјац, Ана
Ињић, Ана
Иносавић, Ана
Јовановић, Јован
Јовановић-Трифуновић, Мира
Kovač, Ana
Kováč, Ján
Ковачевић, Ана
Kovács, István
Лазић, Љиљана
Lazić, Lucija
Лазић, Лука
Љубић, Ана
Ljubičić, Ana
Марић, Нада
Marić, Njegoš
Nagy, Zoltán
Најдић, Ана
Његош, Петар
Нушић, Бранислав
Обрадовић, Доситеј
O'Brien, Seán
Ødegård, Åse
Petrović, Prof. Dr Ana
Петровић, проф. др Јован
др Петровић, Милица
Quinn, Mary
Ракић, Милан
Šarić, Ana
Шекуларац, Ана
Симић, Ана
Smith, John
Станковић, Бора
Тадић, Љубомир
Урошевић, Ана
von Neumann, János
Вујић, Мара
Вук, Јован
Weber, Anna
Xavier, Mary
Young, Neil
Žikić, Žika
Жикић, Зоран
Zimonjić, Ana
Зорић, Ана
"""


def _people(lines: str) -> list[PersonName]:
    named = (line.split(", ") for line in lines.strip().splitlines())
    return [PersonName(given, family) for family, given in named]


PEOPLE_IN_ORDER = {Lang.SR: _people(AZBUKA), Lang.SR_LATN: _people(ABECEDA), Lang.EN: _people(ENGLISH)}

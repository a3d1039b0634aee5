"""Names people type without their marks, and foreign names that could pass for Serbian spelling."""

#: Frequent names whose bare spelling (Zeljko, Kovacevic, Djordje) says too little: how they are written.
_SERBIAN = """
    Aleksić Anđela Anđelija Anđelka Anđelko Anđelković Anđić Antić Antonijević Arsenijević Avramović Babić Blagojević Blaženka Blažić
    Bogdanović Bojanić Borisavljević Borivoje Bošković Boško Božana Božica Božić Božidar Božo Božović Branislava Brankica Cerović
    Cvetković Cvijanović Čedomir Čolić Čolović Ćirić Ćirković Ćosić Danica Desimirović Despotović Dimitrijević Dobrosavljević Dragica
    Dragiša Dragišić Dragojević Dragosavljević Dragutinović Draško Drašković Dušan Dušanka Dušica Džamić Đokić Đoković Đorđe Đorđević
    Đorđić Đuka Đukanović Đukić Đura Đurađ Đurđa Đurđevka Đurđević Đurđica Đurić Đurica Đurović Đuro Filipović Gavrilović Gordić Grujić
    Grozdić Hadži Hadžić Ilić Isidora Ivković Ivanišević Jakšić Janićijević Janković Jelica Jelisaveta Jevtić Joksimović Jocić Josipović
    Jovančević Jovandić Jovanović Jovičić Jovica Knežević Kostić Kosović Kovač Kovačević Kovačić Krsmanović Krstić Kuzmanović Lazarević
    Lazić Lazović Ljubica Ljubiša Ljubišić Lučić Lukić Maksimović Maletić Maličević Manojlović Maričić Marica Marinković Marjanović
    Marković Matić Mićić Mićović Mihajlović Mihailović Mijailović Milenković Miletić Milica Milić Milićević Milisavljević Milivojević
    Miloš Milošević Milovanović Milosavljević Milutinović Mirčetić Miroslava Mirjana Mišić Mišković Mitić Mitrović Mladenović Mlađan
    Mlađen Mladen Momčilo Momčilović Nađa Nastasić Nastasija Nastić Nataša Nebojša Nedeljković Nenadić Nešić Nešović Nićiforović
    Nikodijević Nikolić Nikoletić Novaković Obradović Ognjenović Ostojić Pajić Pantelić Pantić Pavićević Pavle Pavlović Perić Perišić
    Petrović Pešić Popović Predrag Prodanović Petronijević Radivojević Radmila Radoičić Radojčić Radojica Radojičić Radonjić Radosav
    Radosavljević Radoslav Radovanović Radović Radulović Raičević Rajić Rajković Rakić Rašković Ristić Ružica Savić Saša Savković Simić
    Simović Slađana Slađan Slavica Slavković Smiljanić Snežana Spasić Spasojević Sredojević Srđan Sreten Sretenović Stajić Stamenković
    Stanić Stanimirović Stanislav Stanišić Stanković Stanojević Stanojlović Stefanović Stepanović Stevanović Stevan Stevović
    Stojadinović Stojanović Stojiljković Stojković Stojčić Stošić Suzana Svetislav Svetlana Šarac Šarić Šćepanović Šešelj Šijan
    Tanasković Tasić Tadić Tatić Teodosijević Tešić Todorović Tomašević Tomić Tomislav Tošić Trifunović Trajković Tošković Uroš Urošević
    Vasić Vasiljević Vasilije Vesić Vesna Veselinović Vesović Vićentijević Vidaković Višnja Vladisavljević Vlajković Vojislav Vučetić
    Vučić Vučićević Vučković Vujačić Vujić Vujičić Vukašin Vukašinović Vuković Vukosavljević Vuksanović Zdravković Zečević Zlatko Zorica
    Zoran Zorić Željka Željko Žarko Žika Živadin Živan Živanović Živko Živković Živojin Živojinović Živorad Žikić Žunić Stanislava
    Slobodan Slobodanka Nevenka Snežanka Svetozar Spasoje Stanko Stana Sonja Sofija Sava Sara Senka Silvana Simeun Simonida Sima Sandra
    Stefan Stojan Stanimir Slavko Srbislav Rastko Vasa Veselin Veselinka Tanasije Jasmina Jasna Kosta Lazar Zvezdan Zvonko Zora Zvonimir
    Desanka Desa Isak Isidor Ksenija Nastasja Cveta Cvetko Cvijeta Gorica Verica Ivica Mica Perica Stevica Zagorka Zlata Zlatan Zlatibor
    Zdenka Zdravko Zojica Spomenka Biserka Persida Neda Siniša Miša Mišo Nikša Vuk Draža Ruža Bora Jagoš Svetomir
"""

#: Names that would convert letter by letter, into something nobody says.
FOREIGN = frozenset(
    """
    alice angela arthur audrey bruce carl carla carlo carlos carmen caroline catherine cecile cecilia cedric charles chris christian
    christina claire claude claudia clara colin craig dave de del della den der di diane dominic du duncan edgar edith edmund eduardo el
    eric eugene felice felicia fiona florence franc france francesca francesco francis franco frances frederic george georges gilbert
    giulia giuseppe glen grace graham guido guillaume heinrich helen henri hugh ian ignacio isabel jack jacob jacques jake james jane
    janet jason jean jeff jeremy jerome jesus joan johann johannes john jorge jose josh juan judith jules julia julie justin kate kevin
    la laurence le leonard luc luca luce luke lucia lucas mac marc marcel marcello marcia marcin marco marcos marcus marie martha
    maurice michael michel michelle mike miguel nancy nicole nice nic nicolas oscar pascal patrice patricia patrick pierre rebecca
    ricardo roger rose rosemarie sabine sean sergio simone sophie steve steven stuart sue thomas ulrich van vic vicente victor vincent
    vincenzo von william claes jensen hansen nielsen olsen carter clark cooper cameron campbell collins carr cruz garcia gomez lopez
    martinez sanchez ruiz marchand laurent dubois blanc leclerc moreau girard bauer meier neumann lange krause beck jones johnson
    jackson jacobs edwards evans davies harris parker baker miller turner walker robertson stone rice price bryce wallace lee moore cook
    wood
    """.split()
)


def _bare_spellings(name: str) -> set[str]:
    """Return how a name looks on a keyboard without Serbian letters."""
    plain = name.lower().translate(str.maketrans("čćšž", "ccsz"))
    return {plain.replace("đ", "dj"), plain.replace("đ", "d")}


_AS_WRITTEN = {name.lower(): name for name in _SERBIAN.split() if name.isascii()}
#: A name that is written so is that name and no other: Mladen is not Mlađen.
SERBIAN = {spelling: name for name in _SERBIAN.split() for spelling in _bare_spellings(name) if spelling != "nada"} | _AS_WRITTEN

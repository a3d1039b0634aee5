"""Words that Serbian print keeps in Latin also in a Cyrillic text: library shorthand, formats, brands, English.

What print writes in Cyrillic is not here and converts: УДК, САД, ЕУ, РСД, ТВ, СМС, НБС, Инстаграм. Neither is shorthand
that reads as a Serbian word in capitals (LAN, ROM, MIT). An edition adds its own.
"""

_LIBRARIES = """
    AACR AACR2 ACM AHCI Altmetric BIBFRAME CENL CERL CILIP CIP Clarivate COBISS COMARC CONOR Crossref CrossRef DataCite DCMI DDC DOAB
    DOAJ DSpace EAD EBLIDA EBSCO EIFL Elsevier EndNote EPrints ESCI Europeana FRAD FRBR FRSAD GND IASL IATUL ICCROM ICOM IEEE IFLA IIIF
    ILL ISAD ISBD ISBN ISMN ISNI ISRC ISSN ISTC JCR JSTOR LCC LCSH MARC MARC21 METS MODS NAPLE NISO OCLC OJS Omeka OPAC ORCID PREMIS RDA
    Scholar SCI Scopus SKOS SRU SSCI TEI UDC Unicode UNIMARC VIAF Zenodo Zotero
""".split()
_TECHNICAL = """
    AI API ASCII CC CD CEO CHF CSS CSV CV DNS DOC DOCX DOI DPI DRM DVD EPUB EUR FTP GBP GDPR GIF GNU GPL GPS HDMI HTML HTTP HTTPS ICT ID
    IMAP IP IPS ISO JPEG JPG JSON KPI NFC OAI OCR ODP ODS ODT OECD PC PDF PHP PNG PPT PPTX QR RDF RFID RGB RSS RTF SEO SEPA SMTP SQL SSD
    STEAM STEM SVG TCP TIFF TLS URI URL USB USD UTF VPN VR WAV COVID BBC CNN
""".split()
_DEGREES = "BSc DSc MBA MSc PhD".split()
_BRANDS = """
    Acrobat Adobe Apple Bing Blackboard Bluetooth Cambridge Chrome Discord Dropbox Erasmus+ Facebook Gmail Google Kahoot Kindle Meet
    Messenger Microsoft Moodle Netflix Office Oracle Outlook Padlet Photoshop Pinterest Reddit Slack Spotify Springer Steam Teams Trello
    Tumblr Twitch Viber Vimeo Zoom
""".split()
_ENGLISH = """
    online offline email e-mail e-mailu e-maila e-mailom e-mailovi e-mailove e-book e-books e-reader e-learning ebook ebooks podcast
    podcasts makerspace blockchain crowdfunding chatbot smartphone startup start-up streaming livestream storytelling benchmarking
    fundraising coaching feedback backup cloud copyright management mainstream influencer versus and the of from etc pdf html doi url usb
    epub isbn issn cobiss unimarc
""".split()
#: Foreign names that readers would not know again letter by letter, and that are no Serbian words in any case.
_NAMES = """
    Canva Cervantes Delhaize Goethe Intesa
    Charles Christopher Elizabeth George Jackson James Jean John Johnson Joseph Michael Richard Smith Thomas
""".split()
_PHRASES = """
    COBISS.SR|COBISS.SR-ID|COBIB.SR|COBISS.net|NBS IPS QR|IPS QR|QR code|OAI-PMH|UTF-8|UTF-16|COVID-19|Wi-Fi|WiFi|Z39.50|CC BY|CC0|CC BY-SA
    CC BY-NC|CC BY-ND|CC BY-NC-SA|CC BY-NC-ND|Creative Commons|Creative Europe|Dublin Core|open access|open science|open source|open data
    big data|linked data|linked open data|machine learning|deep learning|fair use|Google Scholar|Google Drive|Google Meet|Google Forms
    Microsoft Teams|Microsoft Office|Web of Science|Semantic Web|Library of Congress|call for papers|design thinking|Horizon 2020
    Horizon Europe|Media Lab|fab lab|living lab|impact factor|peer review|fact-checking|fake news|Project Gutenberg
    Internet Archive|public relations|book club|book clubs|escape room|escape rooms|Chat GPT|chat GPT|Full HD|full HD|MS Word|MS Excel
    MS Office|SARS-CoV-2|cOAlition S|UNIMARC/A|UNIMARC/B|UNIMARC/H|ISBD(A)|ISBD(CF)|ISBD(CM)|ISBD(CR)|ISBD(ER)|ISBD(G)|ISBD(M)|ISBD(NBM)
    ISBD(PM)|ISBD(S)|Banca Intesa|Impact Hub|Goethe-Institut|Coca-Cola|Coca-Cole|Coca-Coli|Coca-Colu|Coca-Colom|CD-ROM|DVD-ROM
""".replace("\n", "|")

PROTECTED = frozenset(
    (*_LIBRARIES, *_TECHNICAL, *_DEGREES, *_BRANDS, *_ENGLISH, *_NAMES, *filter(None, (phrase.strip() for phrase in _PHRASES.split("|"))))
)

#: Latin spellings whose Cyrillic form is not letter by letter.
PAIRS = (("unesco", "унеско"), ("hashtag", "хештег"))

const languages = new Intl.DisplayNames("de", { type: "language" });

export const de = {
  language: "de",
  locale: "de-DE",
  nameOfLanguage: (code: string) => languages.of(code) ?? code,
  inLanguage: (code: string) => `auf ${languages.of(code) ?? code}`,

  // Zeiten
  time: (hour: number, minute: string) => `${hour}:${minute}`,
  oClock: (time: string) => `${time} Uhr`,
  to: "bis",
  since: "seit",
  until: "bis",

  // Rund um jede Seite
  skip: "Zum Inhalt springen",
  homePage: "Startseite",
  mainMenu: "Hauptmenü",
  languages: "Sprachen",
  youAreHere: "Sie sind hier",
  aboutThisSite: "Über diese Website",
  notAvailable: (code: string) => `Nicht auf ${languages.of(code) ?? code} verfügbar`,
  thisPage: "diese Seite",
  publishedOn: "Veröffentlicht am",
  updatedOn: "Aktualisiert am",
  changes: "Änderungen",
  documents: "Dokumente",
  notAccessible: "Diese Datei ist nicht barrierefrei.",
  contact: "Kontakt",
  email: "E-Mail",
  telephone: "Telefon",
  funding: "Förderung",
  grantNumber: "Förderkennzeichen",
  moreOnThis: "Mehr dazu:",
  pages: (count: number) => (count === 1 ? "1 Seite" : `${count} Seiten`),

  // Zum Abonnieren
  newsFeed: "Aktuelles",
  changesFeed: "Änderungen an Werkstätten",
  allWorkshops: "Alle Werkstätten",

  // Übersetzungen
  isBehind: "Das Original wurde geändert, seit dieser Text übersetzt wurde.",
  isPartial: "Teile dieser Seite sind noch nicht übersetzt.",
  hasMachineText:
    "Teile dieser Seite hat eine Maschine übersetzt; niemand hat sie bisher geprüft.",
  factsAreRight: "Tage, Zeiten und Orte sind auf dem neuesten Stand.",
  original: "Original:",

  // Startseite und Listen
  nextWorkshops: "Nächste Werkstätten",
  noWorkshops: "Zurzeit ist keine Werkstatt geplant.",
  pastWorkshops: "Vergangene Werkstätten",
  latestNews: "Aktuelles",
  projects: "Projekte",
  completed: "abgeschlossen",

  // Projekte und Reihen
  duration: "Laufzeit",
  projectCompleted: (day: string) =>
    `Dieses Projekt wurde am ${day} abgeschlossen; seine Seiten bleiben erreichbar.`,
  aims: "Ziele",
  upcomingWorkshops: "Kommende Werkstätten",
  series: "Veranstaltungsreihen",
  organisations: "Leitung und Partner",
  roles: {
    lead: "Projektleitung",
    partner: "Partner",
    associated: "Assoziierter Partner",
  },
  workshopsOfSeries: "Werkstätten dieser Reihe",
  announced: "angekündigt",

  // Werkstätten
  numberInSeries: (number: number, size: number) => `Werkstatt ${number} von ${size}`,
  when: "Wann",
  addToCalendar: "In den Kalender (ICS)",
  where: "Wo",
  dateToBeAnnounced: "Der Termin wird noch bekannt gegeben.",
  past: "vorbei",
  hasTakenPlace: "Diese Werkstatt hat bereits stattgefunden.",
  status: {
    planned: "",
    cancelled: "Diese Werkstatt ist abgesagt.",
    postponed: "Diese Werkstatt ist verschoben.",
    rescheduled: "Diese Werkstatt hat einen neuen Termin.",
    moved_online: "Diese Werkstatt findet online statt.",
  },
  badge: {
    planned: "",
    cancelled: "abgesagt",
    postponed: "verschoben",
    rescheduled: "neuer Termin",
    moved_online: "findet online statt",
  },
  map: "Karte auf openstreetmap.org (verlässt diese Website)",
  registration: "Anmeldung",
  registrationOpen: "offen",
  registrationOpenUntil: "offen bis",
  registrationClosed: "geschlossen",
  register: "Zur Anmeldung",
  registerByEmail: "Per E-Mail anmelden",
  attendance: "Teilnahme",
  attendances: { on_site: "vor Ort", online: "online", both: "vor Ort und online" },
  takePartOnline: "Online teilnehmen",
  spokenLanguages: "Sprache",
  price: "Preis",
  places: "Plätze",
  wheelchair: "Rollstuhlgerecht",
  wheelchairs: { yes: "ja", partly: "teilweise", no: "nein", "": "" },
  arrival: "Anfahrt",
  aboutTheProject: "Über das Projekt",
  toTheProject: "Zum Projekt",
  report: "Bericht",
  programme: "Programm",
  takeAlong: "Programm zum Mitnehmen:",
  programmeAsPdf: "Programm (PDF)",
  programmeAsText: "Text für eine E-Mail",
  information: "Informationen",
  partOfSeries: "Reihe:",
  break: "Pause",
  parallel: "Parallele Gruppen",
  group: (number: number) => `Gruppe ${number}`,
  moderatedBy: "Moderation:",
  slides: "Folien:",

  // Entwürfe
  draft: "Entwurf",
  draftNote: "So wird die Seite aussehen. Veröffentlicht ist sie so noch nicht.",
  draftUntil: (moment: string) => `Dieser Link gilt bis ${moment}.`,
  alsoInDraft: "Zu diesem Entwurf gehören auch:",
  noDraft: "Diesen Entwurf gibt es nicht (mehr)",
  noDraftReason:
    "Der Link ist abgelaufen, wurde zurückgezogen oder ist nicht vollständig. Bitten Sie die Redaktion um einen neuen.",
  draftUnreachable: "Der Entwurf kann gerade nicht gelesen werden",
  draftUnreachableReason:
    "Die Redaktion antwortet nicht. Es ist nichts verloren: Bitte laden Sie die Seite in einer Minute neu.",

  // Fehler
  notFound: "Diese Seite gibt es nicht",
  notFoundReason:
    "Vielleicht ist die Adresse falsch geschrieben, oder die Seite wurde gelöscht.",
  toHome: "Zur Startseite",
};

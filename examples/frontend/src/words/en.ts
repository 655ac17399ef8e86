import type { Words } from "./index.ts";

const languages = new Intl.DisplayNames("en", { type: "language" });

export const en: Words = {
  language: "en",
  locale: "en-GB",
  nameOfLanguage: (code) => languages.of(code) ?? code,
  inLanguage: (code) => `in ${languages.of(code) ?? code}`,

  // Times
  time: (hour, minute) =>
    `${hour % 12 || 12}:${minute}\u00a0${hour < 12 ? "am" : "pm"}`,
  oClock: (time) => time,
  to: "to",
  since: "since",
  until: "until",

  // Around every page
  skip: "Skip to content",
  homePage: "Home page",
  mainMenu: "Main menu",
  languages: "Languages",
  youAreHere: "You are here",
  aboutThisSite: "About this website",
  notAvailable: (code) => `Not available in ${languages.of(code) ?? code}`,
  thisPage: "this page",
  publishedOn: "Published on",
  updatedOn: "Updated on",
  changes: "Changes",
  documents: "Documents",
  notAccessible: "This file is not accessible.",
  contact: "Contact",
  email: "E-mail",
  telephone: "Telephone",
  funding: "Funding",
  grantNumber: "Grant number",
  moreOnThis: "More on this:",
  pages: (count) => (count === 1 ? "1 page" : `${count} pages`),

  // To subscribe to
  newsFeed: "News",
  changesFeed: "Changes of workshops",
  allWorkshops: "All workshops",

  // Translations
  isBehind: "The original has changed since this text was translated.",
  isPartial: "Parts of this page are not translated yet.",
  hasMachineText:
    "Parts of this page were translated by a machine and have not been checked by a person yet.",
  factsAreRight: "Dates, times and places are up to date.",
  original: "Original:",

  // Home page and lists
  nextWorkshops: "Next workshops",
  noWorkshops: "There is no workshop planned at the moment.",
  pastWorkshops: "Past workshops",
  latestNews: "Latest news",
  projects: "Projects",
  completed: "completed",

  // Projects and series
  duration: "Duration",
  projectCompleted: (day) =>
    `This project was completed on ${day}; its pages remain available.`,
  aims: "Aims",
  upcomingWorkshops: "Upcoming workshops",
  series: "Series of workshops",
  organisations: "Lead and partners",
  roles: { lead: "Project lead", partner: "Partner", associated: "Associated partner" },
  workshopsOfSeries: "Workshops of this series",
  announced: "announced",

  // Workshops
  numberInSeries: (number, size) => `Workshop ${number} of ${size}`,
  when: "When",
  addToCalendar: "Add to calendar (ICS)",
  where: "Where",
  dateToBeAnnounced: "The date will be announced.",
  past: "past",
  hasTakenPlace: "This workshop has taken place.",
  status: {
    planned: "",
    cancelled: "This workshop is cancelled.",
    postponed: "This workshop is postponed.",
    rescheduled: "This workshop has a new date.",
    moved_online: "This workshop takes place online.",
  },
  badge: {
    planned: "",
    cancelled: "cancelled",
    postponed: "postponed",
    rescheduled: "new date",
    moved_online: "takes place online",
  },
  map: "Map on openstreetmap.org (leaves this website)",
  registration: "Registration",
  registrationOpen: "open",
  registrationOpenUntil: "open until",
  registrationClosed: "closed",
  register: "Register",
  registerByEmail: "Register by e-mail",
  attendance: "Attendance",
  attendances: { on_site: "on site", online: "online", both: "on site and online" },
  takePartOnline: "Take part online",
  spokenLanguages: "Language",
  price: "Price",
  places: "Places",
  wheelchair: "Access for wheelchairs",
  wheelchairs: { yes: "yes", partly: "partly", no: "no", "": "" },
  arrival: "How to get there",
  aboutTheProject: "About the project",
  toTheProject: "To the project",
  report: "Report",
  programme: "Programme",
  takeAlong: "Take the programme along:",
  programmeAsPdf: "Programme (PDF)",
  programmeAsText: "Text for a mail",
  information: "Information",
  partOfSeries: "Series:",
  break: "Break",
  parallel: "Parallel groups",
  group: (number) => `Group ${number}`,
  moderatedBy: "Moderated by:",
  slides: "Slides:",

  // Drafts
  draft: "Draft",
  draftNote: "This is what the page will look like. It is not published like this.",
  draftUntil: (moment) => `This link works until ${moment}.`,
  alsoInDraft: "Also part of this draft:",
  noDraft: "This draft does not exist (any more)",
  noDraftReason:
    "The link has expired, was withdrawn or is not complete. Please ask the editors for a new one.",
  draftUnreachable: "The draft cannot be read just now",
  draftUnreachableReason:
    "The editors' site does not answer. Nothing is lost: please reload this page in a minute.",

  // Errors
  notFound: "This page does not exist",
  notFoundReason: "Perhaps the address is misspelt, or the page was deleted.",
  toHome: "To the home page",
};

namespace Sheaf.Languages;

/// <summary>Drafts in German.</summary>
internal static class GermanWords
{
    public static readonly DraftLanguage Language = new()
    {
        Code = "de",
        Title = "Bemerkenswertes auf arXiv, {issue}",
        Days = new()
        {
            Months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            ShortMonths = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
            Short = "{day}. {short}",
            ShortOfYear = "{day}. {short} {year}",
            Long = "{day}. {month}",
            LongOfYear = "{day}. {month} {year}",
            MonthOfYear = "{month} {year}",
        },
        Names = new() { By = "von ", And = " und ", LastAnd = " und ", EtAl = " et al." },
        Headings = new()
        {
            InDepth = "Ausführlich",
            Papers = "Artikel",
            LateArrivals = "Nachzügler",
            MayHaveMissed = "Vielleicht übersehen",
            PaperColumn = "Artikel",
            LinkColumn = "Link",
        },
        Figures = new()
        {
            None = "Kein Artikel auf der Liste",
            One = "{n} Artikel auf der Liste",
            Many = "{n} Artikel auf der Liste",
            InDepth = ", {n} ausführlich",
            OneLate = ", {n} Nachzügler",
            Late = ", {n} Nachzügler",
        },
        Labels = new()
        {
            Code = "Code",
            Project = "Projekt",
            PublishedIn = "Erschienen in",
            Tags = "Schlagwörter",
            Version = "Version {n}",
            OfDay = " vom {day}",
            Withdrawn = ", zurückgezogen",
            Authors = "{n} Autoren",
            MoreAuthors = "mehr als {n} Autoren",
        },
        Page = new()
        {
            SkipToPapers = "Zu den Artikeln",
            PartsOfTheList = "Teile der Liste",
            AboutLateArrivals = "Artikel des Vormonats, die nach dessen Ausgabe auf eine Liste kamen.",
            OnNoList = "Artikel, die noch auf keiner Liste stehen.",
            AboutTexts = "Titel, Namen und Zusammenfassungen sind so, wie ihre Autoren sie arXiv gegeben haben.",
            AboutSuggestions = " Was als {mark} gekennzeichnet ist, ist ein Satz einer Zusammenfassung und stammt nicht von der Redaktion.",
            Suggested = "Vorschlag",
            Withdrawn = "Zurückgezogen",
            InDepth = "ausführlich",
            Notes = "Anmerkungen",
            BackToText = "Zurück zum Text",
            OneOther = " und {n} weiterer",
            Others = " und {n} weitere",
            Abstract = "Zusammenfassung",
            AtAGlance = "Der Monat auf einen Blick",
            ByCategory = "Nach Hauptkategorie",
            ByDay = "Nach Tag der ersten Einreichung",
            AsTables = "Dasselbe als Tabellen",
            PapersByCategory = "Artikel nach Hauptkategorie",
            PapersByDay = "Artikel nach Tag der ersten Einreichung",
            Category = "Kategorie",
            Day = "Tag",
            Earlier = "früher",
            Later = "später",
            OtherCategories = "andere",
            MoreCategories = "{n} weitere Kategorien",
        },
    };
}

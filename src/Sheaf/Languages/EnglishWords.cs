namespace Sheaf.Languages;

/// <summary>Drafts in English.</summary>
internal static class EnglishWords
{
    public static readonly DraftLanguage Language = new()
    {
        Code = "en",
        Title = "Notable arXiv papers, {issue}",
        Days = new()
        {
            Months = "January February March April May June July August September October November December",
            ShortMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            Short = "{day} {short}",
            ShortOfYear = "{day} {short} {year}",
            Long = "{day} {month}",
            LongOfYear = "{day} {month} {year}",
            MonthOfYear = "{month} {year}",
        },
        Names = new() { By = "by ", And = " and ", LastAnd = ", and ", EtAl = ", et al." },
        Headings = new()
        {
            InDepth = "In depth",
            Papers = "Papers",
            LateArrivals = "Late arrivals",
            MayHaveMissed = "You may have missed",
            PaperColumn = "Paper",
            LinkColumn = "Link",
        },
        Figures = new()
        {
            None = "No papers on the list",
            One = "{n} paper on the list",
            Many = "{n} papers on the list",
            InDepth = ", {n} in depth",
            OneLate = ", {n} late arrival",
            Late = ", {n} late arrivals",
        },
        Labels = new()
        {
            Code = "Code",
            Project = "Project",
            PublishedIn = "Published in",
            Tags = "Tags",
            Version = "Version {n}",
            OfDay = " of {day}",
            Withdrawn = ", withdrawn",
            Authors = "{n} authors",
            MoreAuthors = "more than {n} authors",
        },
        Page = new()
        {
            SkipToPapers = "Skip to the papers",
            PartsOfTheList = "Parts of the list",
            AboutLateArrivals = "Papers of the month before that came onto a list after its issue.",
            OnNoList = "Papers on no list yet.",
            AboutTexts = "Titles, names and abstracts are as their authors gave them to arXiv.",
            AboutSuggestions = " What is marked as {mark} is a sentence of an abstract; no editor wrote it.",
            Suggested = "Suggested",
            Withdrawn = "Withdrawn",
            InDepth = "in depth",
            Notes = "Notes",
            BackToText = "Back to the text",
            OneOther = " and {n} other",
            Others = " and {n} others",
            Abstract = "Abstract",
            AtAGlance = "The month at a glance",
            ByCategory = "By primary category",
            ByDay = "By day of first submission",
            AsTables = "The same as tables",
            PapersByCategory = "Papers by primary category",
            PapersByDay = "Papers by day of first submission",
            Category = "Category",
            Day = "Day",
            Earlier = "earlier",
            Later = "later",
            OtherCategories = "others",
            MoreCategories = "{n} more categories",
        },
    };
}

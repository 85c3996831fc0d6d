namespace Sheaf.Languages;

/// <summary>Drafts in French.</summary>
internal static class FrenchWords
{
    public static readonly DraftLanguage Language = new()
    {
        Code = "fr",
        Title = "Articles remarquables d’arXiv, {issue}",
        Days = new()
        {
            Months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            ShortMonths = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            First = "1er",
            Short = "{day} {short}",
            ShortOfYear = "{day} {short} {year}",
            Long = "{day} {month}",
            LongOfYear = "{day} {month} {year}",
            MonthOfYear = "{month} {year}",
        },
        Names = new() { By = "par ", And = " et ", LastAnd = " et ", EtAl = " et al." },
        Headings = new()
        {
            InDepth = "En détail",
            Papers = "Articles",
            LateArrivals = "Arrivés après coup",
            MayHaveMissed = "Peut-être passés inaperçus",
            PaperColumn = "Article",
            LinkColumn = "Lien",
        },
        Figures = new()
        {
            None = "Aucun article sur la liste",
            One = "{n} article sur la liste",
            Many = "{n} articles sur la liste",
            InDepth = ", {n} en détail",
            OneLate = ", {n} arrivé après coup",
            Late = ", {n} arrivés après coup",
        },
        Labels = new()
        {
            Code = "Code",
            Project = "Projet",
            PublishedIn = "Publié dans",
            Tags = "Mots-clés",
            Colon = " : ",
            Version = "Version {n}",
            OfDay = " du {day}",
            Withdrawn = ", retirée",
            Authors = "{n} auteurs",
            MoreAuthors = "plus de {n} auteurs",
        },
        Page = new()
        {
            SkipToPapers = "Aller aux articles",
            PartsOfTheList = "Parties de la liste",
            AboutLateArrivals = "Articles du mois précédent, venus sur une liste après son numéro.",
            OnNoList = "Articles qui ne sont encore sur aucune liste.",
            AboutTexts = "Les titres, les noms et les résumés sont tels que leurs auteurs les ont donnés à arXiv.",
            AboutSuggestions = " Ce qui porte la marque {mark} est une phrase d’un résumé ; la rédaction ne l’a pas écrite.",
            Suggested = "Suggestion",
            Withdrawn = "Retiré",
            InDepth = "en détail",
            Notes = "Notes",
            BackToText = "Retour au texte",
            OneOther = " et {n} autre",
            Others = " et {n} autres",
            Abstract = "Résumé",
            AtAGlance = "Le mois en un coup d’œil",
            ByCategory = "Par catégorie principale",
            ByDay = "Par jour de première soumission",
            AsTables = "Les mêmes en tableaux",
            PapersByCategory = "Articles par catégorie principale",
            PapersByDay = "Articles par jour de première soumission",
            Category = "Catégorie",
            Day = "Jour",
            Earlier = "avant",
            Later = "après",
            OtherCategories = "autres",
            MoreCategories = "{n} autres catégories",
        },
    };
}

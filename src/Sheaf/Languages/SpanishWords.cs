using System.Text.RegularExpressions;

namespace Sheaf.Languages;

/// <summary>Drafts in Spanish.</summary>
internal static partial class SpanishWords
{
    public static readonly DraftLanguage Language = new()
    {
        Code = "es",
        Title = "Artículos destacados de arXiv, {issue}",
        Days = new()
        {
            Months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            ShortMonths = "ene feb mar abr may jun jul ago sept oct nov dic",
            Short = "{day} {short}",
            ShortOfYear = "{day} {short} {year}",
            Long = "{day} de {month}",
            LongOfYear = "{day} de {month} de {year}",
            MonthOfYear = "{month} de {year}",
        },
        Names = new() { By = "por ", And = " y ", LastAnd = " y ", AndBefore = AndBefore, EtAl = " et al." },
        Headings = new()
        {
            InDepth = "En detalle",
            Papers = "Artículos",
            LateArrivals = "Llegados con retraso",
            MayHaveMissed = "Quizá pasados por alto",
            PaperColumn = "Artículo",
            LinkColumn = "Enlace",
        },
        Figures = new()
        {
            None = "Ningún artículo en la lista",
            One = "{n} artículo en la lista",
            Many = "{n} artículos en la lista",
            InDepth = ", {n} en detalle",
            OneLate = ", {n} llegado con retraso",
            Late = ", {n} llegados con retraso",
        },
        Labels = new()
        {
            Code = "Código",
            Project = "Proyecto",
            PublishedIn = "Publicado en",
            Tags = "Etiquetas",
            Version = "Versión {n}",
            OfDay = " del {day}",
            Withdrawn = ", retirada",
            Authors = "{n} autores",
            MoreAuthors = "más de {n} autores",
        },
        Page = new()
        {
            SkipToPapers = "Ir a los artículos",
            PartsOfTheList = "Partes de la lista",
            AboutLateArrivals = "Artículos del mes anterior que llegaron a una lista después de su número.",
            OnNoList = "Artículos que aún no están en ninguna lista.",
            AboutTexts = "Los títulos, los nombres y los resúmenes son tal como sus autores los dieron a arXiv.",
            AboutSuggestions = " Lo marcado como {mark} es una frase de un resumen; no la escribió la redacción.",
            Suggested = "Sugerencia",
            Withdrawn = "Retirado",
            InDepth = "en detalle",
            Notes = "Notas",
            BackToText = "Volver al texto",
            OneOther = " y {n} más",
            Others = " y {n} más",
            Abstract = "Resumen",
            AtAGlance = "El mes de un vistazo",
            ByCategory = "Por categoría principal",
            ByDay = "Por día del primer envío",
            AsTables = "Lo mismo en tablas",
            PapersByCategory = "Artículos por categoría principal",
            PapersByDay = "Artículos por día del primer envío",
            Category = "Categoría",
            Day = "Día",
            Earlier = "antes",
            Later = "después",
            OtherCategories = "otras",
            MoreCategories = "{n} categorías más",
        },
    };

    /// <summary>Before the sound of an i, y is e: <c>Liu e Ibarra</c>, <c>Liu e Hinojosa</c>; not before <c>Hierro</c>.</summary>
    private static string AndBefore(string name) => SoundOfI().IsMatch(name) ? " e " : " y ";

    [GeneratedRegex(@"^\W*(?:[iíìîï]|h[iíìîï](?![aeáéàè]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SoundOfI();
}

using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>What the fields of a record hold in place of a paper on arXiv.</summary>
internal static partial class RecordLinks
{
    /// <summary>The first link or publisher's DOI of a value; null where there is none.</summary>
    public static string? Find(string value) =>
        Link().Match(value) is { Success: true } match ? match.Value.TrimEnd('.', ',', ';', ':', ')', '\'', '*') : null;

    /// <summary>Whether a value is an identifier that another archive gave: <c>PMID: 12345678</c>, <c>hal-01234567</c>.</summary>
    public static bool IsOfOtherArchive(string value) => OtherArchive().IsMatch(value);

    /// <summary>Whether a value says that there is nothing: <c>n/a</c>, <c>TBD</c>, a dash.</summary>
    public static bool IsBlank(string value) => !value.Any(char.IsLetterOrDigit) || Nothing().IsMatch(value);

    // arXiv's own DOIs begin with 10.48550.
    [GeneratedRegex(
        @"(https?://|www\.)[^\s<>""|\\^`{}\[\]]{3,2000}|\b10\.(?!48550/)[0-9]{4,9}/[^\s\]\[<>|""{}]{1,200}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"^\s*(pmid|pmc|pubmed|hal|halshs|tel|inserm|cel|doi|isbn|issn|mr|zbl|inspire|ssrn|biorxiv|medrxiv|chemrxiv|psyarxiv|osf|jstor"
        + @"|hdl|urn|corpusid|dblp|acl|mag|openalex|openreview|iacr|eprint\.iacr|rfc)"
        + @"[-:._/ #]{0,3}[a-z0-9]{0,12}[-:._/]?[0-9]|^\s*[0-9]{4}/[0-9]{1,4}\s*\z|^\s*W[0-9]{6,12}\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherArchive();

    [GeneratedRegex(
        @"^\s*\W{0,3}(n\.?\s?/?\s?a\.?|nan|none|null|nil|tb[adc]|todo|unknown|missing|pending|no|keine?|k\.\s?a\.|not\s(available|yet"
        + @"|found|known|on\sarxiv)|no\s(arxiv|id|link|preprint)|无|無|没有|なし|없음|нет|aucun|ninguno)\W{0,3}\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();
}

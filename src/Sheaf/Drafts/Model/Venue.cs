using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Drafts.Model;

/// <summary>Where a paper has appeared or will, as far as arXiv's record says.</summary>
internal static partial class Venue
{
    /// <summary>What is longer is no name of a journal or a conference.</summary>
    private const int Longest = 160;

    /// <summary>
    /// The journal reference; without one, the journal or conference that the comment says has accepted or published the paper; null where
    /// neither says so. Where it was only submitted or is under review does not count.
    /// </summary>
    public static string? Of(Eprint eprint) =>
        !string.IsNullOrWhiteSpace(eprint.JournalRef) ? eprint.JournalRef.Trim()
        : eprint.Comment is { } comment ? InComment(comment)
        : null;

    private static string? InComment(string comment)
    {
        foreach (var part in Part().Split(White().Replace(comment, " ")).Select(part => part.Trim()))
        {
            var named = Accepted().Match(part) is { Success: true } accepted ? accepted : AcceptedBehind().Match(part);
            var name = named.Success ? named.Groups["venue"].Value : Submitted().IsMatch(part) ? "" : Conference().Match(part).Value;
            name = Qualifier().Replace(name, "").Trim(' ', '.', ',', ':', '-', '(');
            if (name.Length is > 1 and <= Longest && char.IsLetterOrDigit(name[0]) && !name.Contains("://", StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>
    /// Parts of a comment: behind a semicolon, a stop that ends a sentence (the word before is no short abbreviation), or a comma before a
    /// count of pages.
    /// </summary>
    [GeneratedRegex(
        @";|(?<=[a-z]{5}|[A-Z]{2,}|[0-9]{4}|ApJ|PRD|\))\.(?= )|,(?= ?[0-9]+ ?(\+ ?[0-9]+ )?(pages?|pp|figures?|figs?|tables?)\b)"
        + @"|\.(?= [0-9]+ (pages?|figures?|tables?))|\[|\b(?=v[0-9]+ ?:)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();

    [GeneratedRegex(
        @"\b(accepted|to appear|appeared|appears|appearing|to be (published|presented)|published|forthcoming|in press"
        + @"|camera[ -]ready( version)?|presented)( (for|as) (publication|presentation|an? ([a-z-]+ ){0,2}(paper|talk|poster|article"
        + @"|oral|spotlight|presentation)|oral|poster|spotlight))?( (version|paper))?( (in|at|by|to|for|on|with)"
        + @"|:)( the)? (proceedings of (the )?)?(?<venue>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Accepted();

    [GeneratedRegex(
        @"(^|, |[0-9] (pages?|figures?|tables?),? )(?<venue>[A-Z][A-Za-z0-9&.' ]{1,50})[ :,]+(accepted|in press|to appear)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AcceptedBehind();

    [GeneratedRegex(
        @"\b(submitted|submission|under (double[ -]blind )?review|rejected|in preparation)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Submitted();

    [GeneratedRegex(
        @"\b(Findings of )?(AAAI|AAMAS|ACCV|ACL|AISTATS|ASPLOS|BMVC|CAV|CCS|CHI|CIKM|COLING|COLM|COLT|CRYPTO|CSCW|CVPR|EACL|ECAI|ECCV"
        + @"|ECIR|EMNLP|EUROCRYPT|FAccT|FOCS|HPCA|ICASSP|ICCV|ICDE|ICDM|ICLR|ICML|ICRA|ICSE|IJCAI|IJCNLP|INFOCOM|INTERSPEECH"
        + @"|Interspeech|IROS|ISCA|ISMIR|ITCS|KDD|LREC|MICCAI|MICRO|MLSys|NAACL|NDSS|NeurIPS|NIPS|NSDI|OOPSLA|OSDI|PLDI|PODC|POPL"
        + @"|RecSys|RSS|SIGCOMM|SIGGRAPH( Asia)?|SIGIR|SIGMOD|SODA|SOSP|STOC|TACL|TMLR|UAI|UIST|USENIX Security|VLDB|WACV|WSDM"
        + @"|WWW)( ?['’]?[0-9]{2}([0-9]{2})?| Findings)\b( (Findings|workshop|Workshop)\b)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Conference();

    /// <summary>What follows the name without belonging to it.</summary>
    [GeneratedRegex(
        @"( as an? .*| \((oral|poster|spotlight|main|highlight)[^)]*\)|,? (with|this|added|some|including|corrected|revised|minor|major"
        + @"|see|code|project|the code)\b.*|,? (website|http).*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Qualifier();
}

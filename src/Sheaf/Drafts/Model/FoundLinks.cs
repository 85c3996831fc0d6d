using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Drafts.Model;

/// <summary>Web addresses that the authors of a paper give in its comment or abstract.</summary>
/// <param name="Code">Those of places where programs, models and data are kept, each once, in the order found.</param>
/// <param name="Project">All others but arXiv's own and those of DOIs and licences.</param>
internal sealed partial record FoundLinks(IReadOnlyList<Uri> Code, IReadOnlyList<Uri> Project)
{
    /// <summary>More than these are a list of references.</summary>
    private const int Most = 5;

    private static readonly string[] CodeHosts =
    [
        "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net", "git.sr.ht", "huggingface.co", "hf.co",
        "kaggle.com", "zenodo.org", "osf.io", "figshare.com", "modelscope.cn", "colab.research.google.com", "pypi.org", "crates.io",
        "ascl.net",
    ];

    private static readonly string[] Elsewhere = ["arxiv.org", "doi.org", "creativecommons.org", "w3.org"];

    public static FoundLinks Of(Eprint eprint)
    {
        var found = Addresses($"{eprint.Comment}\n{eprint.Abstract}").Where(address => !IsOn(address, Elsewhere)).Distinct().ToList();
        return new FoundLinks(
            [.. found.Where(IsCode).Take(Most)],
            [.. found.Where(address => !IsCode(address)).Take(Most)]);
    }

    /// <summary>Only characters that an address is written with, so that it can stand between angle brackets as it is.</summary>
    private static IEnumerable<Uri> Addresses(string text)
    {
        foreach (Match match in Address().Matches(text))
        {
            var written = WithoutTail(match.Value.Trim('.', ',', ';', ':', '!', '?', '\'', '*'));
            var whole = match.Groups["scheme"].Success ? written : $"https://{written}";
            if (Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Host.Contains('.', StringComparison.Ordinal))
            {
                yield return address;
            }
        }
    }

    /// <summary>
    /// A bracket or brace that was opened before the address is not part of it; TeX's <c>\_</c> and <c>\~</c> are <c>_</c> and <c>~</c>.
    /// </summary>
    private static string WithoutTail(string written)
    {
        var end = written.IndexOfAny(['}', ']']);
        var address = (end < 0 ? written : written[..end]).Replace(@"\", "", StringComparison.Ordinal);
        while (address.EndsWith(')') && address.Count(letter => letter == ')') > address.Count(letter => letter == '('))
        {
            address = address[..^1].TrimEnd('.', ',', ';');
        }

        return address;
    }

    private static bool IsCode(Uri address) => IsOn(address, CodeHosts);

    private static bool IsOn(Uri address, string[] hosts) => hosts.Any(host =>
        address.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@./_-])((?<scheme>https?://)|(?=(www\.|github\.com/|gitlab\.com/"
        + @"|huggingface\.co/)[a-z0-9]))[!#-;=?-Z\\\]_a-z}~]{4,300}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

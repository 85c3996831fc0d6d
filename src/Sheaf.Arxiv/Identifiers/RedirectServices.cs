using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Hosts and paths whose links lead elsewhere without saying where.</summary>
internal static partial class RedirectServices
{
    /// <summary>Whether the link is that of such a service.</summary>
    public static bool Hide(Uri link)
    {
        var host = link.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? link.IdnHost[4..] : link.IdnHost;
        var path = link.PathAndQuery;
        return path.Length > 1
            && (RedirectHosts.Shorteners.Contains(host) || Parents(host).Any(RedirectHosts.Trackers.Contains)
                || TrackingPath().IsMatch(path) || NamedRedirect().IsMatch(host + path)
                || (HasTrackingLabel(host) && HasToken(path)) || (RedirectPath().IsMatch(path) && HasToken(path)));
    }

    private static bool HasTrackingLabel(string host)
    {
        var labels = host.Split('.');
        return labels.Length > 2 && labels[0].TrimEnd([.. "0123456789"]).Split('-').Any(RedirectHosts.Labels.Contains);
    }

    private static bool HasToken(string path) => LongWord().Matches(path).Any(word => IsToken(word.ValueSpan));

    // Words of a language have no such mixture of letters, and a long one without hyphens has no such mixture of letters and digits.
    private static bool IsToken(ReadOnlySpan<char> word)
    {
        var (capitals, small, digits, changes) = (0, 0, 0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            capitals += char.IsAsciiLetterUpper(word[at]) ? 1 : 0;
            small += char.IsAsciiLetterLower(word[at]) ? 1 : 0;
            digits += char.IsAsciiDigit(word[at]) ? 1 : 0;
            changes += at > 0 && Kind(word[at]) * Kind(word[at - 1]) > 0 && Kind(word[at]) != Kind(word[at - 1]) ? 1 : 0;
        }

        return changes * 4 >= word.Length && ((capitals > 0 && small > 0 && digits > 0) || (word.Length >= 24 && digits > 3));
    }

    private static int Kind(char character) =>
        char.IsAsciiDigit(character) ? 1 : char.IsAsciiLetterUpper(character) ? 2 : char.IsAsciiLetterLower(character) ? 3 : 0;

    private static IEnumerable<string> Parents(string host)
    {
        for (var dot = -1; (dot = host.IndexOf('.', dot + 1)) >= 0 && host.Length > dot;)
        {
            yield return host[(dot + 1)..];
        }

        yield return host;
    }

    [GeneratedRegex("[A-Za-z0-9_-]{10,}")]
    private static partial Regex LongWord();

    // The ways of the services that run on hosts of their customers.
    [GeneratedRegex(
        """
        ^(/uni)?/(ss/(c|o)|ls/click|wf/click|track/click|CL0|L0|f/a|e/c|c/eJ|tr/cl|mk/cl|mk/mr|r/[0-9a-z]{8}-[0-9a-z-]{20})
          (/|\?|$|[A-Za-z0-9_-])
        | ^/(tn\.jsp|click\.ashx|trk/click)\b
        | [?&]upn=
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TrackingPath();

    [GeneratedRegex(
        @"^/(redirect|redir|r|rd|click|clicks|clk|track|tracking|trk|l|lt|link|links|out|go|goto|url|e|ev|away|jump|t)(/|\?|\.php)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RedirectPath();

    // Hosts that have other pages, too.
    [GeneratedRegex(
        """
        ^(
            news\.google\.[a-z.]+/(rss/)?(articles|read)/ | google\.[a-z.]+/(url|aclk)\? | bing\.com/ck/ | r\.search\.yahoo\.com/
          | duckduckgo\.com/[ly]/ | baidu\.com/(link|baidu\.php) | (sogou|so)\.com/link | out\.reddit\.com/ | reddit\.com/r/[^/]+/s/
          | (l\.)?(facebook|instagram)\.com/(l\.php|share|\?u=) | linkedin\.com/(slink|redir|comm/redir) | (open\.)?substack\.com/redirect/
          | ([a-z0-9-]+\.)?beehiiv\.com/(ss|click|c)/ | medium\.com/m/global-identity | apple\.news/ | getpocket\.com/redirect
          | weixin110\.qq\.com/ | xhslink\.com/ | v\.douyin\.com/
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NamedRedirect();
}

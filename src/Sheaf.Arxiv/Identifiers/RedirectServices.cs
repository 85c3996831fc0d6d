using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Hosts and paths whose links lead elsewhere without saying where.</summary>
internal static partial class RedirectServices
{
    private static readonly FrozenSet<string> Shorteners = Set(
        """
        bit.ly bitly.com j.mp t.co lnkd.in tinyurl.com goo.gl g.co ow.ly buff.ly is.gd v.gd cutt.ly rb.gy t.ly s.id tiny.cc tiny.pl bit.do shorturl.at
        shorturl.com short.io rebrand.ly rebrandly.com ift.tt dlvr.it trib.al wp.me git.io fb.me fb.watch amzn.to amzn.com a.co flip.it hubs.ly hubs.la
        spr.ly lnk.to lnk.bio snip.ly soo.gd clck.ru vk.cc u.to qr.ae qrco.de t.cn url.cn dwz.cn suo.im b23.tv w.url.cn zpr.io eepurl.com
        share.google search.app archive.ph archive.is archive.today archive.li archive.md archive.vn archive.fo perma.cc w.wiki adf.ly shorte.st bl.ink
        po.st su.pr x.gd 0rz.tw reurl.cc lihi.cc ppt.cc pse.is urlz.fr zurl.co surl.li kutt.it tl.gd prf.hn page.link app.link onelink.me link.medium.com
        feedproxy.google.com 1drv.ms dub.sh dub.co urlr.me l.ead.me geni.us smarturl.it sprl.in ghub.io hf.link tcrn.ch nyti.ms econ.st
        """);

    private static readonly FrozenSet<string> Trackers = Set(
        """
        list-manage.com list-manage1.com list-manage2.com mandrillapp.com sendgrid.net sparkpostmail.com mailgun.org mailgun.net mimecast.com
        mimecastprotect.com awstrack.me hubspotlinks.com hubspotemail.net hs-sales-engage.com customeriomail.com klclick.com klclick1.com klclick2.com
        klclick3.com exacttarget.com rs6.net createsend.com createsend1.com cmail19.com cmail20.com cmail1.com cmail2.com cmail3.com mailerlite.com mlsend.com mlsend2.com
        convertkit-mail.com convertkit-mail2.com convertkit-mail3.com convertkit-mail4.com convertkit-mail5.com convertkit-mail6.com kit-mail.com kit-mail3.com
        mjt.lu mailjet.com sendibm1.com sendibm2.com sendibm3.com sendinblue.com sibautomation.com brevosend.com acems1.com activehosted.com emlnk.com emlnk1.com
        emltrk.com getresponse.com infusionsoft.com keap-link001.com keap-link002.com pardot.com marketo.com mktoresp.com mkt.com eloqua.com responsys.net
        urldefense.com urldefense.proofpoint.com safelinks.protection.outlook.com linkprotect.cudasvc.com secure-web.cisco.com clicktime.symantec.com
        protect2.fireeye.com protect.checkpoint.com ctp.trendmicro.com protection.sophos.com intercom-clicks.com iterable.com braze.com appboy.com
        postmarkapp.com pstmrk.it track.pstmrk.it sailthru.com cordial.com ongage.net moosend.com omnisend.com drip.com dripemail2.com vialoops.com
        slack-redir.net redirectingat.com go.skimresources.com anrdoezrs.net dpbolvw.net tkqlhce.com jdoqocy.com kqzyfj.com awin1.com
        """);

    private static readonly FrozenSet<string> TrackingLabels = Set(
        "click clicks link links email emails e el em elink elinks t track tracking tracker trk trks trck url urls r ct go mkt redirect redir ablink ablinks l lnk lnks news newsletter mail mailer sg sendgrid open c");

    /// <summary>Whether the link is that of such a service.</summary>
    public static bool Hide(Uri link)
    {
        var host = link.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? link.IdnHost[4..] : link.IdnHost;
        var path = link.PathAndQuery;
        return path.Length > 1
            && (Shorteners.Contains(host) || Parents(host).Any(Trackers.Contains) || TrackingPath().IsMatch(path) || RedirectOf(host).IsMatch(host + path)
                || (HasTrackingLabel(host) && HasToken(path)) || (RedirectPath().IsMatch(path) && HasToken(path)));
    }

    private static bool HasTrackingLabel(string host)
    {
        var label = host.Split('.')[0].TrimEnd("0123456789".ToCharArray());
        return host.Split('.').Length > 2 && (TrackingLabels.Contains(label) || label.Split('-').Any(part => part is "click" or "clicks" or "track" or "link" or "links"));
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
            changes += at > 0 && char.IsAsciiLetterOrDigit(word[at]) && char.IsAsciiLetterOrDigit(word[at - 1]) && Kind(word[at]) != Kind(word[at - 1]) ? 1 : 0;
        }

        return changes * 4 >= word.Length && ((capitals > 0 && small > 0 && digits > 0) || (word.Length >= 24 && digits > 3));
    }

    private static int Kind(char character) => char.IsAsciiDigit(character) ? 0 : char.IsAsciiLetterUpper(character) ? 1 : 2;

    private static IEnumerable<string> Parents(string host)
    {
        for (var dot = -1; (dot = host.IndexOf('.', dot + 1)) >= 0 && host.Length > dot;)
        {
            yield return host[(dot + 1)..];
        }

        yield return host;
    }

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("[A-Za-z0-9_-]{10,}")]
    private static partial Regex LongWord();

    // The ways of the services that run on hosts of their customers.
    [GeneratedRegex(
        @"^(/uni)?/(ss/(c|o)|ls/click|wf/click|track/click|CL0|L0|f/a|e/c|c/eJ|tr/cl|mk/cl|mk/mr|r/[0-9a-z]{8}-[0-9a-z-]{20})(/|\?|$|[A-Za-z0-9_-])|^/(tn\.jsp|click\.ashx|trk/click)\b|[?&]upn=",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TrackingPath();

    [GeneratedRegex("^/(redirect|redir|r|rd|click|clicks|clk|track|tracking|trk|l|lt|link|links|out|go|goto|url|e|ev|away|jump|t)(/|\\?|\\.php)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RedirectPath();

    private static Regex RedirectOf(string host) => host.Contains("google", StringComparison.OrdinalIgnoreCase) ? GoogleRedirect() : NamedRedirect();

    [GeneratedRegex(@"^((news\.google\.[a-z.]+/(rss/)?(articles|read)/)|google\.[a-z.]+/(url|aclk)\?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoogleRedirect();

    [GeneratedRegex(
        @"^((open\.)?substack\.com/redirect/|linkedin\.com/(slink|redir|comm/redir)|bing\.com/ck/|r\.search\.yahoo\.com/|duckduckgo\.com/[ly]/|baidu\.com/(link|baidu\.php)|sogou\.com/link|so\.com/link|out\.reddit\.com/|l\.(facebook|instagram)\.com/|facebook\.com/(share|l\.php)|medium\.com/m/global-identity|beehiiv\.com/(ss|click)|[a-z0-9-]+\.beehiiv\.com/c/|apple\.news/|getpocket\.com/redirect|reddit\.com/r/[^/]+/s/|weixin110\.qq\.com/|xhslink\.com/|v\.douyin\.com/)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedRedirect();
}

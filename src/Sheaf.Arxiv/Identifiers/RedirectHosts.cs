using System.Collections.Frozen;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Hosts known to redirect.</summary>
internal static class RedirectHosts
{
    /// <summary>Hosts all of whose links stand for others; also archives whose links are random names.</summary>
    public static readonly FrozenSet<string> Shorteners = Set(
        """
        bit.ly bitly.com j.mp t.co lnkd.in tinyurl.com goo.gl g.co ow.ly buff.ly is.gd v.gd cutt.ly rb.gy t.ly s.id tiny.cc
        tiny.pl bit.do shorturl.at shorturl.com short.io rebrand.ly rebrandly.com ift.tt dlvr.it trib.al wp.me git.io fb.me
        fb.watch amzn.to amzn.com a.co flip.it hubs.ly hubs.la spr.ly lnk.to lnk.bio snip.ly soo.gd clck.ru vk.cc u.to qr.ae
        qrco.de t.cn url.cn dwz.cn suo.im b23.tv w.url.cn zpr.io eepurl.com share.google search.app archive.ph archive.is
        archive.today archive.li archive.md archive.vn archive.fo perma.cc w.wiki adf.ly shorte.st bl.ink po.st su.pr x.gd
        0rz.tw reurl.cc lihi.cc ppt.cc pse.is urlz.fr zurl.co surl.li kutt.it tl.gd prf.hn page.link app.link onelink.me
        link.medium.com feedproxy.google.com 1drv.ms dub.sh dub.co urlr.me l.ead.me geni.us smarturl.it sprl.in ghub.io hf.link
        tcrn.ch nyti.ms econ.st
        """);

    /// <summary>Domains of services that count or check who follows a link in a letter; all hosts below them, too.</summary>
    public static readonly FrozenSet<string> Trackers = Set(
        """
        list-manage.com list-manage1.com list-manage2.com mandrillapp.com sendgrid.net sparkpostmail.com mailgun.org mailgun.net
        mimecast.com mimecastprotect.com awstrack.me hubspotlinks.com hubspotemail.net hs-sales-engage.com customeriomail.com
        klclick.com klclick1.com klclick2.com klclick3.com exacttarget.com rs6.net createsend.com createsend1.com cmail19.com
        cmail20.com cmail1.com cmail2.com cmail3.com mailerlite.com mlsend.com mlsend2.com convertkit-mail.com
        convertkit-mail2.com convertkit-mail3.com convertkit-mail4.com convertkit-mail5.com convertkit-mail6.com kit-mail.com
        kit-mail3.com mjt.lu mailjet.com sendibm1.com sendibm2.com sendibm3.com sendinblue.com sibautomation.com brevosend.com
        acems1.com activehosted.com emlnk.com emlnk1.com emltrk.com getresponse.com infusionsoft.com keap-link001.com
        keap-link002.com pardot.com marketo.com mktoresp.com mkt.com eloqua.com responsys.net urldefense.com
        urldefense.proofpoint.com safelinks.protection.outlook.com linkprotect.cudasvc.com secure-web.cisco.com
        clicktime.symantec.com protect2.fireeye.com protect.checkpoint.com ctp.trendmicro.com protection.sophos.com
        intercom-clicks.com iterable.com braze.com appboy.com postmarkapp.com pstmrk.it track.pstmrk.it sailthru.com cordial.com
        ongage.net moosend.com omnisend.com drip.com dripemail2.com vialoops.com slack-redir.net redirectingat.com
        go.skimresources.com anrdoezrs.net dpbolvw.net tkqlhce.com jdoqocy.com kqzyfj.com awin1.com
        """);

    /// <summary>First labels of the hosts that such services have with their customers: <c>click.example.org</c>.</summary>
    public static readonly FrozenSet<string> Labels = Set(
        """
        click clicks link links email emails e el em elink elinks t track tracking tracker trk trks trck url urls r ct go mkt redirect redir
        ablink ablinks l lnk lnks news newsletter mail mailer sg sendgrid open c
        """);

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

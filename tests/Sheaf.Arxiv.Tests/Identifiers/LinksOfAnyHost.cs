using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Addresses of hosts that nobody has a list of, and paths: what counts is the word before the identifier.</summary>
public sealed class LinksOfAnyHost
{
    [Theory]
    [InlineData("https://papers.cool/arxiv/2404.00001", "2404.00001")]
    [InlineData("https://www.emergentmind.com/papers/2404.00001", "2404.00001")]
    [InlineData("https://www.emergentmind.com/articles/2404.00001", "2404.00001")]
    [InlineData("https://www.catalyzex.com/paper/arxiv:2404.00001", "2404.00001")]
    [InlineData("https://www.connectedpapers.com/main/arxiv:2404.00001/graph", "2404.00001")]
    [InlineData("https://bohrium.dp.tech/paper/arxiv/2404.00001", "2404.00001")]
    [InlineData("https://bytez.com/docs/arxiv/2404.00001/paper", "2404.00001")]
    [InlineData("https://fugumt.com/fugumt/paper_check/2404.00001v1_enmode", "2404.00001v1")]
    [InlineData("https://www.alphaxiv.org/pdf/2404.00001v2.pdf", "2404.00001v2")]
    [InlineData("https://www.alphaxiv.org/assistant/2404.00001", "2404.00001")]
    [InlineData("http://www.arxiv-sanity.com/2404.00001v1", "2404.00001v1")]
    [InlineData("https://arxiv-sanity-lite.com/?rank=pid&pid=2404.00001", "2404.00001")]
    [InlineData("https://arxiv-sanity-lite.com/?q=&time_filter=&pid=2404.00001&svm_C=0.01", "2404.00001")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://scirate.com/arxiv/quant-ph/9901001", "quant-ph/9901001")]
    [InlineData("https://www.semanticscholar.org/search?q=arXiv:2404.00001&sort=relevance", "2404.00001")]
    [InlineData("https://api.semanticscholar.org/v1/paper/arXiv:2404.00001v2", "2404.00001v2")]
    [InlineData("https://paperswithcode.com/api/v1/papers/?arxiv_id=2404.00001", "2404.00001")]
    [InlineData("https://inspirehep.net/search?p=find+eprint+2404.00001", "2404.00001")]
    [InlineData("https://inspirehep.net/literature?q=arxiv:hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://inspirehep.net/literature?q=eprint%202404.00001", "2404.00001")]
    [InlineData("https://zbmath.org/arXiv:math/0309136", "math/0309136")]
    [InlineData("https://ideas.repec.org/p/arx/papers/2404.00001.html", "2404.00001")]
    [InlineData("https://econpapers.repec.org/paper/arxpapers/2404.00001.htm", "2404.00001")]
    [InlineData("https://core.ac.uk/outputs/arxiv.org/abs/2404.00001", "2404.00001")]
    [InlineData("https://archive.org/details/arxiv-2404.00001", "2404.00001")]
    [InlineData("https://archive.org/details/arxiv-hep-th9901001", "hep-th/9901001")]
    [InlineData("https://archive.org/details/arxiv-cs0112017/page/n1", "cs/0112017")]
    [InlineData("https://dblp.org/rec/journals/corr/abs-2404-00001", "2404.00001")]
    [InlineData("https://dblp.org/rec/journals/corr/abs-2404-00001.html?view=bibtex", "2404.00001")]
    [InlineData("https://dblp.uni-trier.de/db/journals/corr/corr2404.html#abs-2404-00001", "2404.00001")]
    [InlineData("https://dblp.org/rec/conf/journals/corr/abs-0706-0001.bib", "0706.0001")]
    [InlineData("https://dblp.org/rec/journals/corr/cs-CL-0112017", "cs/0112017")]
    [InlineData("https://dblp.org/rec/journals/corr/abs-cs-0112017", "cs/0112017")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/2024arXiv240400001S/abstract", "2404.00001")]
    [InlineData("https://ui.adsabs.harvard.edu/#abs/2014arXiv1404.1234S", "1404.1234")]
    [InlineData("http://adsabs.harvard.edu/abs/1999hep.th....1001W", "hep-th/9901001")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/2003astro.ph.12345B/exportcitation", "astro-ph/0312345")]
    [InlineData("https://ui.adsabs.harvard.edu/link_gateway/2024arXiv240400001S/EPRINT_PDF", "2404.00001")]
    [InlineData("https://arxiv.org/2404.00001", "2404.00001")]
    [InlineData("https://arxiv.org/hep-th/9901001v2", "hep-th/9901001v2")]
    [InlineData("https://arxiv.org/paper/2404.00001", "2404.00001")]
    [InlineData("https://arxiv.org/search/?query=2404.00001&searchtype=all", "2404.00001")]
    [InlineData("http://export.arxiv.org/api/query?id_list=2404.00001v3", "2404.00001v3")]
    [InlineData("https://doi.org/10.48550/2404.00001", "2404.00001")]
    [InlineData("https://doi.org/10.48550/arXiv:2404.00001", "2404.00001")]
    [InlineData("https://doi.org/10.48550/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://doi.org/arXiv.2404.00001", "2404.00001")]
    [InlineData("https://arxiv.gg/abs/2404.00001", "2404.00001")]
    [InlineData("https://arxiv.com/abs/2404.00001", "2404.00001")]
    [InlineData("https://arxiv-org.proxy.example.edu/abs/2404.00001", "2404.00001")]
    [InlineData("https://arxiv.org.ezproxy.example.edu/pdf/2404.00001", "2404.00001")]
    [InlineData("https://www-arxiv-org.ezproxy.example.edu:2443/pdf/2404.00001v2", "2404.00001v2")]
    [InlineData("https://arxiv-org.translate.goog/abs/2404.00001?_x_tr_sl=en&_x_tr_tl=de", "2404.00001")]
    [InlineData("https://webvpn.example.edu.cn/https/77726476706e69737468656265737421/abs/2404.00001", "2404.00001")]
    [InlineData("https://www.example.edu/~widget/reading/2404.00001v2.pdf", "2404.00001v2")]
    [InlineData("https://hjfy.top/arxiv/2404.00001", "2404.00001")]
    [InlineData("hxxps://example.org/abs/2404.00001", "2404.00001")]
    public void A_whole_identifier_behind_a_known_word_is_found(string link, string reference)
    {
        var found = Assert.Single(IdentifierFinder.Find($"see <{link}>, then"));

        Assert.Equal((reference, link, null), (found.Reference?.ToString(), found.Text, found.Repair));
        Assert.Equal(link, Assert.Single(IdentifierFinder.Find($"It is {link}. Next")).Text);
    }

    [Theory]
    [InlineData("A. Specimen. Widgets. CoRR abs/2404.00001 (2024)", "abs/2404.00001", "2404.00001")]
    [InlineData("D. Ma. Cams. CoRR abs/cs/0112017", "abs/cs/0112017", "cs/0112017")]
    [InlineData("CoRR,abs/2404.00001,2024", "abs/2404.00001", "2404.00001")]
    [InlineData("@article{DBLP:journals/corr/abs-2404-00001,", "DBLP:journals/corr/abs-2404-00001", "2404.00001")]
    [InlineData("see corr/abs-2404-00001.", "corr/abs-2404-00001", "2404.00001")]
    [InlineData("www.emergentmind.com/papers/2404.00001", "www.emergentmind.com/papers/2404.00001", "2404.00001")]
    [InlineData("arxiv.org/2404.00001.", "arxiv.org/2404.00001", "2404.00001")]
    [InlineData("file = {:papers/2404.00001v2.pdf:PDF}", "papers/2404.00001v2.pdf:PDF", "2404.00001v2")]
    [InlineData("<a href=\"/abs/2404.00001\">", "/abs/2404.00001", "2404.00001")]
    [InlineData("[Widgets](/pdf/2404.00001)", "/pdf/2404.00001", "2404.00001")]
    [InlineData("10.48550/2404.00001", "10.48550/2404.00001", "2404.00001")]
    [InlineData("Gears, 2024arXiv240400001L", "2024arXiv240400001L", "2404.00001")]
    [InlineData("(2014arXiv1404.1234S)", "2014arXiv1404.1234S", "1404.1234")]
    [InlineData("@article{1999hep.th....1001W, title", "1999hep.th....1001W", "hep-th/9901001")]
    [InlineData("2001cs.......12017P", "2001cs.......12017P", "cs/0112017")]
    [InlineData("{{cite arXiv|eprint=2404.00001|class=cs.CL}}", "arXiv|eprint=2404.00001", "2404.00001")]
    [InlineData("{{cite journal|arxiv=hep-th/9901001}}", "arxiv=hep-th/9901001", "hep-th/9901001")]
    [InlineData("{{arXiv|2404.00001}}", "arXiv|2404.00001", "2404.00001")]
    [InlineData("{{arXiv|eprint=2404.00001}}", "arXiv|eprint=2404.00001", "2404.00001")]
    [InlineData("arXiv2404.00001", "arXiv2404.00001", "2404.00001")]
    [InlineData("arxiv[.]org/abs/2404.00001", "arxiv[.]org/abs/2404.00001", "2404.00001")]
    [InlineData("hxxps[:]//arxiv[.]org/abs/2404.00001", "hxxps[:]//arxiv[.]org/abs/2404.00001", "2404.00001")]
    [InlineData("hxxps://www[.]arxiv(.)org/pdf/2404.00001", "hxxps://www[.]arxiv(.)org/pdf/2404.00001", "2404.00001")]
    [InlineData("at arxiv dot org/abs/2404.00001 or", "arxiv dot org/abs/2404.00001", "2404.00001")]
    [InlineData("at arxiv (dot) org/abs/hep-th/9901001", "arxiv (dot) org/abs/hep-th/9901001", "hep-th/9901001")]
    public void Other_spellings_are_found_in_text(string text, string written, string reference)
    {
        var found = Assert.Single(IdentifierFinder.Find(text));

        Assert.Equal((written, reference, null), (found.Text, found.Reference?.ToString(), found.Repair));
    }

    [Theory]
    [InlineData("https://example.org/2404.00001 https://example.org/x/2404.00001/y https://example.org/v/1404.1234")]
    [InlineData("https://example.org/papers/2012.0101 https://example.org/papers/2024.0501 https://example.org/papers/2404.000011")]
    [InlineData("https://example.org/papers/2024/04/01 https://example.org/abs/10.1234/2404.00001 https://doi.org/10.1234/2404.00001.pdf")]
    [InlineData("https://doi.org/10.1002/abs/2404.00001 https://example.org/doi/pdf/10.1145/2404.00001")]
    [InlineData("https://www.biorxiv.org/content/10.1101/2024.04.01.123456v1 https://eartharxiv.org/repository/view/1404/ https://psyarxiv.com/abc12")]
    [InlineData("https://deeplearn.org/arxiv/495812/widgets https://eprint.iacr.org/2024/0401 https://aclanthology.org/2024.acl-long.1.pdf")]
    [InlineData("https://example.org/papers/foo/9901001 https://example.org/abs/hep-th/9913001 https://example.org/call/+1.2404.00001")]
    [InlineData("https://dblp.org/rec/journals/corr/abs-2413-00001 https://example.org/tabs-2404-00001 https://example.org/abs-2404-00001-2")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/2024ApJ...960...10S 2024ApJ...960...10S 2024arXiv24040000S 2024arXiv240400001 1999hep.th.1001W")]
    [InlineData("papers/2024.0501 tel/2404.00001 corr/2404-00001 corr/abs-2024-05-01 size=2404.00001 abs 2404,00001")]
    [InlineData("https://example.org/telephone/2404.00001 https://example.org/price=1404.1234&total=2404.00001")]
    [InlineData("https://medrxiv.org/2404.00001 https://example.org/arxivity/2404.00001 preprint=2404.00001")]
    public void Other_numbers_of_other_hosts_are_left_alone(string text) => Assert.Empty(IdentifierFinder.Find(text));
}

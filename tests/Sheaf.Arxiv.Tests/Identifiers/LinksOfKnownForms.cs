using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>The forms of field guide 1.4 beside arXiv's own abs, pdf and html links.</summary>
public sealed class LinksOfKnownForms
{
    [Theory]
    [InlineData("http://xxx.lanl.gov/abs/hep-th/9901001", "hep-th/9901001")]
    [InlineData("xxx.lanl.gov/ps/quant-ph/9901001v2", "quant-ph/9901001v2")]
    [InlineData("http://xxx.itp.ac.cn/pdf/0706.0001", "0706.0001")]
    [InlineData("http://xxx.soton.ac.uk/abs/math.GT/0309136", "math/0309136")]
    [InlineData("http://cn.arxiv.org/pdf/1404.1234v1", "1404.1234v1")]
    [InlineData("http://lanl.arxiv.org/abs/1404.1234", "1404.1234")]
    [InlineData("http://arxiv.org:80/abs/1404.1234", "1404.1234")]
    [InlineData("//arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/ps/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/dvi/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/tb/2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/bibtex/2405.00208v2", "2405.00208v2")]
    [InlineData("https://arxiv.org/prevnext?id=2405.00208&function=next&context=cs.CL", "2405.00208")]
    [InlineData("https://arxiv.org/prevnext?context=cs&function=prev&id=hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/show-email/0a1b2c3d/2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/auth/show-endorsers/2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs?id=2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/?id=2405.00208&amp;utm_source=x", "2405.00208")]
    [InlineData("http://arxiv.org/abs?archive=hep-th&papernum=9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/ftp/arxiv/papers/2405/2405.00208.pdf", "2405.00208")]
    [InlineData("https://arxiv.org/ftp/hep-th/papers/9901/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/abs/2405.00208?utm_source=x&utm_medium=social&fbclid=IwAR0_a-b#top", "2405.00208")]
    [InlineData("oai:arXiv.org:2405.00208", "2405.00208")]
    [InlineData("OAI:arxiv.org:hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://oaipmh.arxiv.org/oai?verb=GetRecord&identifier=oai:arXiv.org:2405.00208&metadataPrefix=arXivRaw", "2405.00208")]
    [InlineData("https://api.datacite.org/dois/10.48550/arxiv.2405.00208", "2405.00208")]
    [InlineData("https://api.openalex.org/works/doi:10.48550/arxiv.2405.00208", "2405.00208")]
    [InlineData("https://doi.org/10.48550%2FarXiv.2405.00208", "2405.00208")]
    [InlineData("https://api.semanticscholar.org/arXiv:2405.00208", "2405.00208")]
    [InlineData("https://api.semanticscholar.org/graph/v1/paper/ARXIV:2405.00208?fields=title", "2405.00208")]
    [InlineData("https://www.semanticscholar.org/arxiv/2405.00208", "2405.00208")]
    [InlineData("https://huggingface.co/papers/2405.00208", "2405.00208")]
    [InlineData("https://huggingface.co/papers/2405.00208#community", "2405.00208")]
    [InlineData("https://huggingface.co/api/papers/2405.00208", "2405.00208")]
    [InlineData("hf.co/papers/2405.00208", "2405.00208")]
    [InlineData("https://www.alphaxiv.org/abs/2405.00208v1", "2405.00208v1")]
    [InlineData("https://www.alphaxiv.org/zh/overview/2405.00208", "2405.00208")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/2405.00208", "2405.00208")]
    [InlineData("https://ar5iv.org/abs/math/0309136", "math/0309136")]
    [InlineData("https://www.arxiv-vanity.com/papers/2405.00208/", "2405.00208")]
    [InlineData("https://scirate.com/arxiv/2405.00208", "2405.00208")]
    [InlineData("https://inspirehep.net/arxiv/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://inspirehep.net/api/arxiv/2405.00208", "2405.00208")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/arXiv:2405.00208", "2405.00208")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/arXiv:hep-th%2F9901001/abstract", "hep-th/9901001")]
    [InlineData("http://adsabs.harvard.edu/abs/arXiv%3Ahep-th%2F9901001", "hep-th/9901001")]
    [InlineData("https://scholar.google.com/scholar_lookup?arxiv_id=2405.00208", "2405.00208")]
    [InlineData("https://scholar.google.co.uk/scholar_lookup?title=a&arxiv_id=hep-th/9901001&hl=en", "hep-th/9901001")]
    [InlineData("https%3A%2F%2Farxiv.org%2Fabs%2F2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/%32405.00208", "2405.00208")]
    public void A_link_is_found_whole(string link, string reference)
    {
        var found = Assert.Single(IdentifierFinder.Find($"see <{link}>, then"));

        Assert.Equal((reference, null, null), (found.Reference?.ToString(), found.Problem, found.Repair));
        Assert.Equal((5, link), (found.Index, found.Text));
        Assert.True(IdentifierFinder.TryReadReference(link, out _));
    }

    [Theory]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2405.00208&data=05%7C02%7C")]
    [InlineData("https://www.google.com/url?q=https://arxiv.org/abs/2405.00208&sa=D&source=editors")]
    [InlineData("https://web.archive.org/web/20240501/https://arxiv.org/abs/2405.00208")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fpdf%2F2405.00208.pdf%3Ffbclid&h=AT")]
    [InlineData("https://urldefense.com/v3/__https://arxiv.org/abs/2405.00208__")]
    [InlineData("https://example.org/CL0/https:%2F%2Farxiv.org%2Fabs%2F2405.00208%3Futm_source=x/1/0100018f")]
    [InlineData("https://example.org/https://www.arxiv.org/html/2405.00208")]
    [InlineData("https://example.org/main/arxiv:2405.00208")]
    [InlineData("https://example.org/arxiv/2405.00208")]
    [InlineData("https://example.edu/proxy/10.48550/arXiv.2405.00208")]
    public void A_link_within_a_link_is_followed(string link)
    {
        var found = Assert.Single(IdentifierFinder.Find($"see {link} or not"));

        Assert.Equal(("2405.00208", link, null), (found.Reference?.ToString(), found.Text, found.Repair));
    }

    [Theory]
    [InlineData("https:/arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("https//arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208https://arxiv.org/abs/2405.00209", "2405.00208 2405.00209")]
    [InlineData("arXiv-2405.00208v2.tar.gz", "2405.00208v2")]
    [InlineData("arXiv_2405.00208, arXiv.2405.00209, arXiv/2405.00210", "2405.00208 2405.00209 2405.00210")]
    [InlineData("https://arxiv.org/abs/贰405.0020捌", "2405.00208")]
    [InlineData("https://arxiv.org/abs/俩40五.00208", "2405.00208")]
    public void A_careless_spelling_is_understood(string text, string references) =>
        Assert.Equal(references.Split(' '), IdentifierFinder.Find(text).Select(one => one.Reference?.ToString()));

    [Fact]
    public void A_list_of_dois_is_a_list_of_papers()
    {
        var found = IdentifierFinder.Find(
            "10.48550/arXiv.2405.00208,10.48550/arXiv.2405.00209;10.48550/ARXIV.hep-th/9901001 10.1234/2405.00210");

        Assert.Equal(["2405.00208", "2405.00209", "hep-th/9901001"], found.Select(one => one.Reference?.ToString()));
    }

    [Theory]
    [InlineData(
        "https://huggingface.co/papers/trending https://huggingface.co/papers/date/2024-04-01 https://huggingface.co/papers/month/2024-04")]
    [InlineData("https://huggingface.co/org/model-2405.00208 https://huggingface.co/datasets/x/2405.00208")]
    [InlineData("https://www.semanticscholar.org/paper/0a1b2c3d4e https://www.semanticscholar.org/author/2405.00208")]
    [InlineData("https://scirate.com/arxiv/cs.CL https://www.alphaxiv.org/explore https://ar5iv.labs.arxiv.org/")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/2024ApJ...960...10S https://inspirehep.net/literature/2405002")]
    [InlineData("https://scholar.google.com/scholar?q=2405.00208")]
    [InlineData("https://example.org/?q=%222405.00208%22 https://example.org/a%202405.00208")]
    [InlineData("https://example.org/10.1234/arxiv.2405.00208 https://example.org/110.48550/arXiv.2405.00208")]
    public void Other_pages_of_these_and_other_hosts_are_left_alone(string text) =>
        Assert.Empty(IdentifierFinder.Find(text));

    [Theory]
    [InlineData("https://huggingface.co/papers/2413.00001", "there is no month 13")]
    [InlineData("https://scirate.com/arxiv/2404.9990", "2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("oai:arXiv.org:2404.00000", "there is no number 00000")]
    public void A_neighbour_s_link_may_be_malformed_too(string link, string problem)
    {
        var found = Assert.Single(IdentifierFinder.Find(link));

        Assert.Equal((problem, link, null), (found.Problem, found.Text, found.Reference));
    }
}

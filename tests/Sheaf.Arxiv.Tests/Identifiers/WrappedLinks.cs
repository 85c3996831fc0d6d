using System.Text;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Links within links, as mail programs, letters and search pages make them.</summary>
public sealed class WrappedLinks
{
    private const string Link = "https://arxiv.org/abs/2404.00001";

    public static TheoryData<string> Wrappers =>
    [
        "https://nam12.safelinks.protection.outlook.com/?url={percent}&data=05%7C02%7C&sdata=AbC%3D&reserved=0",
        "https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D{percent twice}%26sa%3DD&amp;data=05",
        "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url={percent}&locale=en",
        "https://www.google.com/url?q={plain}&sa=D&source=editors",
        "https://www.google.com/url?sa=t&url={percent twice}&usg=AOvVaw0",
        "https://urldefense.proofpoint.com/v1/url?u={plain}&k=AbC",
        "https://urldefense.proofpoint.com/v2/url?u={proofpoint}&d=DwMFaQ&c=x&r=y",
        "https://urldefense.com/v3/__{plain}__;!!AbC123$",
        "https://linkprotect.cudasvc.com/url?a={percent}&c=E",
        "https://protect2.fireeye.com/v1/url?k=31323334-50bba2bf&q=1&e=0&u={percent}",
        "https://secure-web.cisco.com/1AbCdEf_GhI/{percent}",
        "https://us-west-2.protection.sophos.com/?d=arxiv.org&u={base64}&i=NWY",
        "https://clicktime.symantec.com/15tStdKAbC?h=x&u={percent}",
        "https://l.facebook.com/l.php?u={percent}%3Ffbclid%3DIwAR0&h=AT0",
        "https://www.linkedin.com/redir/redirect?url={percent}&urlhash=AbC_&trk=x",
        "https://slack-redir.net/link?url={percent}",
        "https://substack.com/redirect/2/{base64 json}.c2lnbmF0dXJl",
        "https://email.example.org/e/c/{base64 json}/AbC",
        "https://click.convertkit-mail4.com/a1b2c3/d4e5f6/{base64}",
        "https://click.convertkit-mail4.com/a1b2c3/d4e5f6/{base64 padded}",
        "https://www.bing.com/ck/a?!&&p=AbC&u=a1{base64}&ntb=1",
        "https://r.search.yahoo.com/_ylt=AwrA;_ylu=Y29s/RV=2/RE=1/RO=10/RU={percent}/RK=2/RS=AbC-",
        "https://duckduckgo.com/l/?uddg={percent}&rut=ab",
        "https://abc123.r.us-east-1.awstrack.me/L0/{half}/1/0100018f-ab",
        "https://tracking.tldrnewsletter.example/CL0/{half}%3Futm_source=tldrai/1/0100018f/AbC=350",
        "https://web.archive.org/web/20240501000000/{plain}",
        "https://web.archive.org/web/20240501id_/{plain}v1",
        "https://login.proxy.example.edu/login?url={plain}",
        "https://login.proxy.example.edu/login?qurl={percent}",
        "https://go.openathens.net/redirector/example.edu?url={percent}",
        "https://mail.google.com/mail/u/0/viewer?url={percent}&embedded=true",
        "https://docs.google.com/viewerng/viewer?url={plain}",
        "https://translate.google.com/translate?sl=en&tl=de&u={plain}",
        "https://webcache.googleusercontent.com/search?q=cache:AbC:{plain}+&cd=1&hl=en",
        "https://r.jina.ai/{plain}",
        "https://via.hypothes.is/{plain}",
        "https://twitter.com/intent/tweet?text=Widgets&url={percent}",
        "https://example.org/track?payload={base64 of percent}",
        "https://example.org/track?payload={base64 of base64}",
        "https://example.org/track/{hexadecimal}/x",
        "https://example.org/track?q=3D{plain}",
        "{percent}",
        "{percent twice}",
    ];

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void The_paper_in_a_wrapped_link_is_found_once(string wrapper)
    {
        var link = Wrap(wrapper, Link);

        var found = Assert.Single(IdentifierFinder.Find($"see <{link}> or not"));

        Assert.Equal(("2404.00001", link, null), (found.Reference?.Identifier.ToString(), found.Text, found.Repair));
        Assert.False(LinkTarget.IsOpaque(link));
    }

    [Theory]
    [InlineData(
        "https://example.org/?q=https://arxiv.org/abs/2404.1",
        "2404.1 has one digit; since January 2015 there are five",
        "2404.10000 2404.00001")]
    [InlineData(
        "https://www.google.com/url?q=https://arxiv.org/abs/2404.1975&sa=D",
        "2404.1975 has four digits; since January 2015 there are five",
        "2404.19750 2404.01975")]
    [InlineData("https://example.org/?u=https%253A%252F%252Farxiv.org%252Fabs%252F2413.00001", "there is no month 13", "")]
    public void A_damaged_identifier_in_a_wrapped_link_is_reported(string link, string problem, string mayMean)
    {
        var found = Assert.Single(IdentifierFinder.Find($"see {link} or not"));

        Assert.Equal((null, problem, link), (found.Reference, found.Problem, found.Text));
        Assert.Equal(mayMean, string.Join(' ', found.MayMean));
    }

    [Fact]
    public void A_very_long_link_is_read_to_its_end()
    {
        var link = $"https://example.org/?a=%3D{new string('x', 3000)}&u={Uri.EscapeDataString(Link)}&b={new string('y', 3000)}";

        Assert.Equal(link, Assert.Single(IdentifierFinder.Find($"see {link} or not")).Text);
    }

    [Fact]
    public void Each_identifier_in_each_wrapping_of_wrappings_is_found_as_itself()
    {
        var random = new Random(20240430);
        var wrappers = Wrappers.Select(row => row.Data).ToArray();
        string[] links =
        [
            "https://arxiv.org/abs/{0}", "https://arxiv.org/pdf/{0}", "http://www.arxiv.org/abs/{0}", "https://doi.org/10.48550/arXiv.{0}",
        ];
        for (var round = 0; round < 3_000; round++)
        {
            var identifier = RandomIdentifier(random);
            var link = string.Format(null, links[random.Next(links.Length)], identifier);
            for (var depth = random.Next(1, 4); depth > 0; depth--)
            {
                link = Wrap(wrappers[random.Next(wrappers.Length)], link);
            }

            var found = IdentifierFinder.Find($"Widgets ({link}), then");

            Assert.True(found is [{ Reference: { } reference }] && reference.Identifier.ToString() == identifier, $"{identifier}: {link}");
        }
    }

    [Theory]
    [InlineData("https://a.b/?u=")]
    [InlineData("aHR0c")]
    [InlineData("https%253A%252F%252F")]
    [InlineData("%25")]
    [InlineData("-3A__")]
    [InlineData("eyJlIjoi")]
    [InlineData("/abs-")]
    [InlineData("a/:")]
    [InlineData("2024X1")]
    [InlineData("abs/2404.")]
    public void Endless_wrappings_take_no_more_than_their_length_is_worth(string unit)
    {
        var text = $"https://example.org/?u={string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))}";
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Empty(IdentifierFinder.Find(text));
        Assert.Empty(IdentifierFinder.Find(text[23..]));
        _ = LinkTarget.IsOpaque(text);

        // Some hundred bytes a character at most; quadratic work would allocate terabytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1L << 32);
    }

    private static string RandomIdentifier(Random random)
    {
        if (random.Next(4) == 0)
        {
            return string.Create(null, $"hep-th/{random.Next(92, 100):D2}{random.Next(1, 13):D2}{random.Next(1, 1000):D3}");
        }

        var (year, month) = (random.Next(8, 27), random.Next(1, 13));
        return year < 15
            ? string.Create(null, $"{year:D2}{month:D2}.{random.Next(1, 10_000):D4}")
            : string.Create(null, $"{year:D2}{month:D2}.{random.Next(1, 100_000):D5}");
    }

    private static string Wrap(string wrapper, string link)
    {
        var percent = Uri.EscapeDataString(link);
        return wrapper
            .Replace("{plain}", link, StringComparison.Ordinal)
            .Replace("{percent}", percent, StringComparison.Ordinal)
            .Replace("{percent twice}", Uri.EscapeDataString(percent), StringComparison.Ordinal)
            .Replace("{half}", link.Replace("/", "%2F", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{proofpoint}", Proofpoint(link), StringComparison.Ordinal)
            .Replace("{base64}", Base64(link), StringComparison.Ordinal)
            .Replace("{base64 padded}", Convert.ToBase64String(Encoding.UTF8.GetBytes(link)), StringComparison.Ordinal)
            .Replace("{base64 json}", Base64($$"""{"e":"{{Escaped(link)}}","p":144}"""), StringComparison.Ordinal)
            .Replace("{base64 of percent}", Base64(percent), StringComparison.Ordinal)
            .Replace("{base64 of base64}", Base64(Base64(link)), StringComparison.Ordinal)
            .Replace("{hexadecimal}", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(link)), StringComparison.Ordinal);
    }

    private static string Escaped(string link) => link.Replace("/", "\\/", StringComparison.Ordinal);

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Proofpoint(string link) => string.Concat(link.Select(character =>
        character == '/' ? "_"
        : char.IsAsciiLetterOrDigit(character) || character == '.' ? character.ToString()
        : $"-{(int)character:X2}"));
}

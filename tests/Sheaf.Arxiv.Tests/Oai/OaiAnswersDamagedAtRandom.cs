using System.Text;
using Sheaf.Arxiv.Oai;
using static Sheaf.TestKit.InventedOaiRecords;

namespace Sheaf.Arxiv.Tests.Oai;

/// <summary>Answers damaged at random, the same each time: whatever comes, it is read or refused in the ways the parser names.</summary>
public sealed class OaiAnswersDamagedAtRandom
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "&", ";", "&#0;", "&#xD800;", "&amp;", "\"", "'", "(", ")", ",", ":", " and ", "\\'", "{", "$", "\0",
        "\u00FF", "<!--", "-->", "<![CDATA[", "]]>",
        "<?x ?>", "<!DOCTYPE a>", "<version>", "<record>", "</record>", "<header status='deleted'>", "<error code='x'/>",
        "99999999999999999999", "v0", "-1", "31 Feb 2024",
    ];

    [Theory]
    [InlineData(Raw)]
    [InlineData(Converted)]
    [InlineData(DublinCore)]
    public void It_is_read_or_refused(string metadata)
    {
        var random = new Random(20240430);
        var whole = Encoding.UTF8.GetBytes(Answer(metadata));
        for (var run = 0; run < 3_000; run++)
        {
            var body = whole.ToList();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
            {
                Damage(body, random);
            }

            AssertNamed(Xunit.Record.Exception(() => OaiParser.Parse(new MemoryStream([.. body]), Address)), run, body);
        }
    }

    [Fact]
    public void A_list_is_read_or_refused()
    {
        var random = new Random(20240501);
        var record = $"<record>{Header}<metadata>{Raw}</metadata></record>";
        var whole = Encoding.UTF8.GetBytes(
            Whole(
                $"<ListRecords>{record}{record}<resumptionToken "
                + "expirationDate='2026-11-24T00:00:00Z'>a%26b</resumptionToken></ListRecords>"));
        for (var run = 0; run < 3_000; run++)
        {
            var body = whole.ToList();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
            {
                Damage(body, random);
            }

            AssertNamed(Xunit.Record.Exception(() => OaiListParser.Parse(new MemoryStream([.. body]), Address)), run, body);
        }
    }

    private static void AssertNamed(Exception? failure, int run, List<byte> body) => Assert.True(
        failure is null or ArxivFormatException or ArxivUnavailableException or OaiErrorException,
        $"run {run}: {failure}\n{Encoding.UTF8.GetString([.. body])}");

    private static void Damage(List<byte> body, Random random)
    {
        var at = random.Next(body.Count);
        var length = Math.Min(random.Next(1, 40), body.Count - at);
        switch (random.Next(4))
        {
            case 0:
                body[at] = (byte)random.Next(256);
                break;
            case 1:
                body.RemoveRange(at, length);
                break;
            case 2:
                body.InsertRange(at, body.GetRange(at, length));
                break;
            default:
                body.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
        }
    }
}

using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>What holds for every file, in whatever format it claims to be: the same random ones in each run.</summary>
public sealed class AnyFileIsRead
{
    private static readonly string[] Pieces =
    [
        "https://arxiv.org/abs/2405.00208", "arXiv:hep-th/9901001", "2404.1974两", "2405.00", "by Ada Specimen (30 Apr)", "# ", "- ", "1. ",
        "| ", "|---|", "★", "**",
        "[", "](", ")", "[^1]", "]: ", "<", ">", "<a href=\"", "</a>", "<p>", "<table><tr><td>", "<!--", "&#x32;", "@misc{a,", "@string{",
        "title = ", "{", "}", "\"", "\\'e", "$",
        "TY  - ", "ER  - ", "AU  - ", "\"title\": ", "\"id\": ", "[{", "}]", "null", ",", ";", "\t", "\n", "\r\n", "\r", "\n\n", "> ",
        "From a@example.org Mon\n", "Subject: ",
        "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "Content-Transfer-Encoding: base64\n\n", "=E2=80", "=?utf-8?Q?", "```\n",
        "//", "\u200f", "\ufeff", "\0", "é", "论文:", "\ud835",
        "title,url\n", "29.04.2024", "by ", " and ", "et al.", "—",
    ];

    public static TheoryData<string> Endings => [".txt", ".md", ".html", ".bib", ".ris", ".csv", ".json", ".eml", ".mbox", ".opml", ""];

    [Theory]
    [MemberData(nameof(Endings))]
    public void Random_pieces_are_read_without_an_exception(string ending)
    {
        var random = new Random(20240503);
        for (var round = 0; round < 1_000; round++)
        {
            Check(
                "list" + ending,
                Encoding.UTF8.GetBytes(
                    string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]))));
        }
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void Random_bytes_are_read_or_refused(string ending)
    {
        var random = new Random(20240504);
        var bytes = new byte[300];
        for (var round = 0; round < 300; round++)
        {
            random.NextBytes(bytes);
            Check("list" + ending, bytes);
            Check("list" + ending, [0xff, 0xfe, .. bytes]);
        }
    }

    private static void Check(string name, byte[] content)
    {
        try
        {
            Assert.All(ListReader.Read(name, content), claim => IsTrue(claim, content));
        }
        catch (CurationException)
        {
            // No text at all.
        }
    }

    private static void IsTrue(Claim claim, byte[] content)
    {
        Assert.InRange(claim.Line, 1, content.Count(letter => letter is (byte)'\n' or (byte)'\r') + 1);
        Assert.True(claim.Reference.Reference is null != claim.Reference.Problem is null);
        if (claim.Reference.Reference is { } reference)
        {
            Assert.Equal(reference, EprintReference.Parse(reference.ToString()));
        }
    }
}

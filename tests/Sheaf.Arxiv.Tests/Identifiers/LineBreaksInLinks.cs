using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Links that mail programs have wrapped.</summary>
public sealed class LineBreaksInLinks
{
    [Theory]
    [InlineData("https://arxiv.org/abs/2405.00208v2", "2405.00208v2")]
    [InlineData("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001")]
    [InlineData("http://arxiv.org/pdf/1404.1234.pdf", "1404.1234")]
    [InlineData("https://doi.org/10.48550/arXiv.2405.00208", "2405.00208")]
    [InlineData("https://huggingface.co/papers/2405.00208", "2405.00208")]
    public void A_link_may_be_broken_anywhere_before_its_identifier_is_complete(string link, string reference)
    {
        var identifier = reference.Split('v')[0];
        var complete = link.IndexOf(identifier, StringComparison.Ordinal) + identifier.Length;
        foreach (var lineBreak in (string[])["\n", "\r\n", " \n", "\n> ", "\r\n  ", "\n>> "])
        {
            for (var at = 1; at < complete; at++)
            {
                var text = $"see {link.Insert(at, lineBreak)}\nand so on";

                var found = Assert.Single(IdentifierFinder.Find(text));

                Assert.Equal(identifier, found.Reference?.Identifier.ToString());
                Assert.Equal(found.Text, text.Substring(found.Index, found.Length));
            }
        }
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/\n2405.00208", "https://arxiv.org/abs/\n2405.00208", "https://arxiv.org/abs/\n2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.\r\n00208?x=1, then", "https://arxiv.org/abs/2405.\r\n00208?x=1", "2405.\r\n00208")]
    [InlineData("(https://arxiv.org/abs/两405.00\n> 208)", "https://arxiv.org/abs/两405.00\n> 208", "两405.00\n> 208")]
    [InlineData("arXiv:2405.\n00208", "arXiv:2405.\n00208", "2405.\n00208")]
    public void A_joined_link_is_a_certain_repair(string text, string written, string original)
    {
        var found = Assert.Single(IdentifierFinder.Find(text));

        Assert.Equal((written, "2405.00208"), (found.Text, found.Reference?.ToString()));
        Assert.Equal((original, "2405.00208", true), (found.Repair?.Original, found.Repair?.Repaired, found.Repair?.IsCertain));
        Assert.Contains("a line break inside the link", found.Repair!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2405.00208\nv2 is out", "2405.00208")]
    [InlineData("https://arxiv.org/abs/1404.1234\n5 pages", "1404.1234")]
    [InlineData("https://arxiv.org/abs/2405.00208\n2405.00209", "2405.00208 2405.00209")]
    [InlineData("https://arxiv.org/list/\n2405.00209", "2405.00209")]
    [InlineData("https://example.org/\n2405.00209", "2405.00209")]
    [InlineData("2405.\n00208", "")]
    [InlineData("https://arxiv.org/abs/\n\n2405.00208", "2405.00208")]
    [InlineData("arXiv:cs.CL\n2405.00208", "2405.00208")]
    [InlineData("the arXiv\n2405.00208", "2405.00208")]
    public void A_break_is_passed_over_only_where_that_completes_a_link(string text, string references)
    {
        var found = IdentifierFinder.Find(text);

        Assert.Equal(references, string.Join(' ', found.Select(one => one.Reference?.ToString())));
        Assert.All(found, one => Assert.Null(one.Repair));
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2404.1975\n6 papers more", "2404.19756")]
    [InlineData("https://arxiv.org/abs/2404.197\n56. The next paper", "2404.19756")]
    [InlineData("https://arxiv.org/abs/2404.1975\n6) The next paper", "2404.19756")]
    public void A_number_that_may_begin_the_next_line_is_asked_about(string text, string guess)
    {
        var found = Assert.Single(IdentifierFinder.Find(text));

        Assert.Equal((null, $"does it go on in the next line, as {guess}?"), (found.Reference, found.Problem));
        Assert.Equal((guess, false), (found.Repair?.Repaired, found.Repair?.IsCertain));
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.Queries;

/// <summary>One paper in a feed: damaged TeX, authors without suffixes, and no word of versions, licence or withdrawal.</summary>
internal static partial class AtomEntry
{
    public static void AppendTo(StringBuilder feed, Found found)
    {
        var paper = found.Paper;
        feed.AppendLine("  <entry>");
        Element(feed, "id", $"http://arxiv.org/abs/{found.Name}");
        Element(feed, "title", OneLine(TexText.WithAccentsAndGreek(paper.Title)));
        Element(feed, "updated", AtomFeed.Time(found.Version.Submitted));
        feed.AppendLine($"    <link href=\"https://arxiv.org/abs/{found.Name}\" rel=\"alternate\" type=\"text/html\"/>");
        feed.AppendLine($"    <link href=\"https://arxiv.org/pdf/{found.Name}\" rel=\"related\" type=\"application/pdf\" title=\"pdf\"/>");
        Element(feed, "summary", Summary(paper.Abstract));
        AppendCategories(feed, found);
        AppendAuthors(feed, paper);
        foreach (var doi in paper.Doi)
        {
            Element(feed, "arxiv:doi", doi);
            feed.AppendLine($"    <link rel=\"related\" href=\"https://doi.org/{AtomFeed.Escape(doi)}\" title=\"doi\"/>");
        }

        feed.AppendLine("  </entry>");
    }

    private static void AppendCategories(StringBuilder feed, Found found)
    {
        var paper = found.Paper;
        var categories = Taxonomy.Shown(paper);
        foreach (var category in categories)
        {
            feed.AppendLine($"    <category term=\"{AtomFeed.Escape(category)}\" scheme=\"http://arxiv.org/schemas/atom\"/>");
        }

        Element(feed, "published", AtomFeed.Time(found.History.First.Submitted));
        if (paper.Comment is { } comment)
        {
            Element(feed, "arxiv:comment", OneLine(TexText.WithAccentsAndGreek(comment)));
        }

        feed.AppendLine($"    <arxiv:primary_category term=\"{AtomFeed.Escape(categories[0])}\"/>");
        if (paper.JournalRef is { } journalRef)
        {
            Element(feed, "arxiv:journal_ref", OneLine(TexText.WithAccentsAndGreek(journalRef)));
        }
    }

    private static void AppendAuthors(StringBuilder feed, CorpusPaper paper)
    {
        foreach (var (name, affiliations) in AuthorAffiliations.Propagated(AuthorLine.Of(paper)))
        {
            feed.AppendLine("    <author>");
            feed.AppendLine($"      <name>{AtomFeed.Escape(name.AtomName)}</name>");
            foreach (var affiliation in affiliations)
            {
                feed.AppendLine($"      <arxiv:affiliation>{AtomFeed.Escape(affiliation)}</arxiv:affiliation>");
            }

            feed.AppendLine("    </author>");
        }
    }

    private static void Element(StringBuilder feed, string name, string text) =>
        feed.AppendLine($"    <{name}>{AtomFeed.Escape(text)}</{name}>");

    // A paragraph begins on a new line, two spaces in.
    private static string Summary(string paragraphs) => string.Join(
        "\n  ",
        paragraphs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(paragraph => OneLine(TexText.WithAccentsAndGreek(paragraph))));

    private static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Text;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>The part of an abstract page that is written for programs (field guide 5.1). Its TeX is the stored TeX.</summary>
internal static class PageHead
{
    public static string Of(ShownPaper shown)
    {
        var paper = shown.Paper;
        var head = new StringBuilder();
        head.AppendLine($"  <link rel=\"canonical\" href=\"https://arxiv.org/abs/{shown.Id}\"/>");
        Meta(head, "description", $"Abstract page for arXiv paper {shown.Asked.Canonical}: {shown.RawTitle}");
        Property(head, "og:type", "website");
        Property(head, "og:title", shown.RawTitle);
        Property(head, "og:url", $"https://arxiv.org/abs/{shown.Versioned}");
        Property(head, "og:description", paper.Abstract);
        Meta(head, "twitter:title", shown.RawTitle);
        Meta(head, "citation_title", shown.RawTitle);
        foreach (var (name, _) in shown.Authors.Authors())
        {
            Meta(head, "citation_author", name.LastFirst);
        }

        if (paper.Doi.Count > 0)
        {
            Meta(head, "citation_doi", string.Join(' ', paper.Doi));
        }

        Meta(head, "citation_date", Html.Format(shown.History.First.Submitted, "yyyy'/'MM'/'dd"));
        Meta(head, "citation_online_date", Html.Format(shown.Version.Submitted, "yyyy'/'MM'/'dd"));
        Meta(head, "citation_pdf_url", $"https://arxiv.org/pdf/{shown.Id}");
        Meta(head, "citation_arxiv_id", shown.Id);

        // Runs of white space become one space over there, and with them the breaks between paragraphs.
        Meta(head, "citation_abstract", string.Join(' ', paper.Abstract.Split('\n', StringSplitOptions.TrimEntries)));
        return head.ToString();
    }

    private static void Meta(StringBuilder head, string name, string content) =>
        head.AppendLine($"  <meta name=\"{name}\" content=\"{Html.Escape(content)}\" />");

    private static void Property(StringBuilder head, string name, string content) =>
        head.AppendLine($"  <meta property=\"{name}\" content=\"{Html.Escape(content)}\" />");
}

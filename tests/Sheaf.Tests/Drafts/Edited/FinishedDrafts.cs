using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Edited;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Edited;

/// <summary>Drafts as their editors have finished them, in every form, and what a reader sees of each.</summary>
internal static class FinishedDrafts
{
    /// <summary>Parts of a page whose words are Sheaf's, or stand in it twice: what leads to the parts of the page.</summary>
    private const string NotHers = "nav, .skip, [aria-labelledby=figures], .category, a[href^='#in-depth'], a[href^='#to-note'], h2#notes";

    public static EditedIssue Issue(params IEnumerable<Eprint> papers) =>
        new(April, papers.ToDictionary(paper => paper.Identifier));

    public static string Page(string text, params IEnumerable<Eprint> papers) =>
        EditedHtml.Render(EditedDraft.Read(text, null), Issue(papers));

    public static string Mail(string text) => EditedMail.Html(EditedDraft.Read(text, null), Issue());

    public static string MailText(string text) => EditedMail.Text(EditedDraft.Read(text, null), Issue());

    /// <summary>The words of a page that are the editor's.</summary>
    public static string SeenOf(string page)
    {
        var body = new HtmlParser().ParseDocument(page).Body!;
        foreach (var other in body.QuerySelectorAll(NotHers).ToList())
        {
            other.Remove();
        }

        foreach (var formula in body.QuerySelectorAll("math").ToList())
        {
            // She wrote TeX, of which it is the picture.
            var dollars = formula.HasAttribute("display") ? "$$" : "$";
            formula.Replace(formula.Owner!.CreateTextNode($"{dollars}{formula.QuerySelector("annotation")!.TextContent}{dollars}"));
        }

        // A break between lines or blocks is one between words.
        foreach (var element in body.QuerySelectorAll("br, p, li, td, th, h1, h2, h3, h4, h5, h6, div, summary, pre, blockquote").ToList())
        {
            element.Before(element.Owner!.CreateTextNode("\n"));
            element.After(element.Owner.CreateTextNode("\n"));
        }

        return body.TextContent;
    }

    public static IDocument Read(string html) => new HtmlParser().ParseDocument(html);

    public static ArxivIdentifier Id(string id) => ArxivIdentifier.Parse(id);
}

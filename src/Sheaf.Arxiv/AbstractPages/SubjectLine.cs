using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>The categories, which the page shows under their canonical names, the primary first (field guide 5.5).</summary>
internal static partial class SubjectLine
{
    private const string Field = "subjects";

    internal static List<string> Parse(MetadataTable table, PageParts page)
    {
        var cell = table.Cell(Field) ?? throw page.Fault(Field, "the table has no such row");
        var primary = cell.ChildNodes.OfType<IElement>().FirstOrDefault(child => PageText.HasClass(child, "primary-subject"))
            ?? throw page.Fault(Field, "none is marked as the primary one");
        var subjects = PageText.Line(cell).Split(';').Select(subject => Category(subject, page)).Distinct().ToList();
        return subjects[0] == Category(PageText.Line(primary), page)
            ? subjects
            : throw page.Fault(Field, "the primary one is not the first");
    }

    private static string Category(string subject, PageParts page) =>
        Shape().Match(subject) is { Success: true } match
            ? match.Groups["category"].Value
            : throw page.Fault(Field, $"'{subject}'");

    [GeneratedRegex(@"\((?<category>[a-z-]+(\.[A-Za-z-]+)?)\) *\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}

using Sheaf.Replica.Text;

namespace Sheaf.Replica.Oai;

/// <summary>One record: a header, and the metadata in the format asked for.</summary>
internal static class OaiRecord
{
    /// <summary>
    /// arXiv promises headers with the status "deleted" and has none (field guide 3.3); the replica keeps the promise for the papers of its
    /// corpus that arXiv deleted.
    /// </summary>
    public static string Of(CorpusPaper paper, OaiFormat format)
    {
        var metadata = paper.Deleted is null ? $"\n            <metadata>\n{format.Render(paper)}\n            </metadata>\n" : "";
        return $"""
                        <record>
        {Header(paper)}
        {metadata}
                </record>
        """;
    }

    /// <summary>The header alone.</summary>
    public static string Header(CorpusPaper paper) =>
        $"""
                        <header{(paper.Deleted is null ? "" : " status=\"deleted\"")}>
                <identifier>oai:arXiv.org:{paper.Id}</identifier>
                <datestamp>{Datestamp(paper)}</datestamp>
        {string.Join('\n', OaiSets.Of(paper).Select(set => $"            <setSpec>{set}</setSpec>"))}
            </header>
        """;

    /// <summary>When the record last changed, which is not when a version was submitted.</summary>
    public static DateTimeOffset LastModified(CorpusPaper paper) =>
        paper.LastModified ?? Announcement.Of(History.Of(paper).Latest.Submitted);

    // What last changed before arXiv spoke OAI-PMH has the day on which it began to.
    public static string Datestamp(CorpusPaper paper) =>
        OaiDocument.Day(LastModified(paper)) is var day && string.CompareOrdinal(day, OaiDocument.Earliest) < 0
        ? OaiDocument.Earliest
        : day;

    /// <summary>An element with its text; nothing at all for a text that is null.</summary>
    public static string Element(string name, string? text) =>
        text is null ? "" : $"            <{name}>{OaiDocument.Escape(text)}</{name}>\n";

    /// <summary>As in the formats arXiv and oai_dc: accents and Greek macros are letters, even in formulas (field guide 3.4).</summary>
    public static string? Converted(string? tex) => tex is null ? null : TexText.WithAccentsAndGreek(tex);

    /// <summary>The paragraphs after the first begin on a line of their own, two spaces in.</summary>
    public static string Abstract(CorpusPaper paper) =>
        string.Join("\n  ", paper.Abstract.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>All DOIs in one field; null where there is none.</summary>
    public static string? Dois(CorpusPaper paper) => paper.Doi.Count > 0 ? string.Join(' ', paper.Doi) : null;

    /// <summary>As stored, the primary one first.</summary>
    public static IEnumerable<string> Categories(CorpusPaper paper) =>
        paper.Categories.Prepend(paper.PrimaryCategory ?? paper.Categories[0]).Distinct(StringComparer.Ordinal);
}

using System.Text;
using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Formats;

/// <summary>A form other than Markdown in which a draft is handed on. Its file lies beside the draft and is Sheaf's own.</summary>
internal sealed class DraftFormat
{
    /// <summary>Excel takes a CSV file for the machine's old alphabet unless it begins with this.</summary>
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private bool BeginsWithMark { get; init; }

    private DraftFormat(string name, string ending, Func<Draft, string> render, params string[] others)
    {
        (Name, Ending, Render) = (name, ending, render);
        Names = [.. others.Prepend(ending).Prepend(name).Distinct()];
    }

    /// <summary>As <c>--format</c> takes it.</summary>
    public string Name { get; }

    /// <summary>This, and what else people call it.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether it has the draft's sections; else it is one row of papers.</summary>
    public bool HasSections { get; private init; }

    /// <summary>Of the file's name, without the dot.</summary>
    public string Ending { get; }

    /// <summary>The whole text. Equal drafts give equal text, on any machine and in any culture.</summary>
    public Func<Draft, string> Render { get; }

    public static IReadOnlyList<DraftFormat> All { get; } =
    [
        new("html", "html", DraftHtml.Render, "htm") { HasSections = true },
        new("json", "json", DraftJson.Render) { HasSections = true },
        new("bibtex", "bib", DraftBibtex.Render),
        new("ris", "ris", DraftRis.Render),
        new("csl-json", "csl.json", DraftCslJson.Render, "csl", "csljson"),
        new("csv", "csv", DraftCsv.Render) { HasSections = true, BeginsWithMark = true },
        new("atom", "atom", DraftAtom.Render),
    ];

    /// <summary>The same form, made in another way.</summary>
    public DraftFormat With(Func<Draft, string> render) =>
        new(Name, Ending, render) { HasSections = HasSections, BeginsWithMark = BeginsWithMark };

    /// <summary>Finds one by any of its names; null where there is none of that name.</summary>
    public static DraftFormat? Named(string name) => All.SingleOrDefault(format => format.Names.Contains(name));

    /// <summary>What the file holds: the text as UTF-8.</summary>
    public byte[] File(Draft draft) => [.. BeginsWithMark ? ByteOrderMark : [], .. Encoding.UTF8.GetBytes(Render(draft))];
}

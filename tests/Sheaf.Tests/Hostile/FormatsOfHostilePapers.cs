using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Tests.Drafts;
using Sheaf.Tests.Drafts.Formats;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Hostile;

/// <summary>
/// Text that means ill in every field at once, the editor's too, in every format: each must be read as what it is, and none may act.
/// </summary>
public sealed partial class FormatsOfHostilePapers
{
    private static readonly string[] ForFormats =
    [
        .. HostilePapers.Texts,
        "</style><script>alert(1)</script></title></textarea><!--",
        "]]> <![CDATA[ <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
        "\" onmouseover=\"alert(1) ' onfocus='alert(1)",
        "}, url = {http://elsewhere.invalid}, note = {x",
        "} @comment{ @preamble{\"\\input{x}\"} @string{a = b} %",
        "\\input{/etc/passwd} \\write18{rm -rf} ^^5cinput $\\input{x}$ $^^5c$ \\csname input\\endcsname \\catcode`\\@=0 $\\catcode`\\@=0$",
        "and and others and {and} , , , Jr",
        "TY  - BOOK\r\nER  - \r\nTY  - JOUR\rAU  - x",
        "{{{}}}}}{{{\\{\\}\\\\}{\\",
        "$ $$ $$$ \\$ $\\$ $x} {y$ $\\left($ \\(x\\) \\[y\\]",
        "<a href=\"javascript:alert(1)\">x</a> <svg onload=alert(1)> <style>*{display:none}</style> <base href=http://elsewhere.invalid>",
        "[x]: javascript:alert(1)\n\n[x] ![x] <JaVaScRiPt:alert(1)> [y](&#106;avascript:alert(1)) [z](vbscript:x) [d](data:text/html,x) "
        + "[f](file:///etc/passwd)",
        "",
        " ",
    ];

    private static readonly Draft All = new(
        April,
        [.. ForFormats.Select((text, number) => new DraftSection(text, [Entry(text, number)]))],
        [.. ForFormats.Select(Entry)])
    {
        LateArrivals = [.. ForFormats.Select((text, number) => Entry(text, number + 5000))],
    };

    [Theory]
    [MemberData(nameof(EveryFormat.Names), MemberType = typeof(EveryFormat))]
    public void Nothing_invisible_and_no_command_for_a_terminal_comes_through(string format)
    {
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Render(format, All)));

        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value is not ('\n' or '\r' or 0x200c or 0x200d)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator);
    }

    [Fact]
    public void The_page_holds_no_markup_but_its_own()
    {
        var page = HarmlessMarkup.Read(Render("html", All));

        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Equal(3 * ForFormats.Length, page.QuerySelectorAll("main article").Length);
        Assert.Contains(
            "</style><script>alert(1)</script></title></textarea><!--", page.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.All(
            page.QuerySelectorAll("article a"),
            link => Assert.DoesNotContain("script:", link.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_feed_is_xml_and_what_it_holds_is_harmless_html()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(Render("atom", All));

        Assert.Null(feed.DocumentType);
        Assert.Equal(2 * ForFormats.Length, feed.Descendants(atom + "entry").Count());
        Assert.All(feed.Descendants(atom + "content"), content => HarmlessMarkup.Read(content.Value));
        Assert.All(
            feed.Descendants(atom + "link"),
            link => Assert.StartsWith("https://arxiv.org/abs/2404.", link.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_bibliography_has_its_entries_and_no_command_that_acts()
    {
        var text = Render("bibtex", All);

        var entries = BibtexReading.Read(text);
        Assert.Equal(2 * ForFormats.Length, entries.Count);
        Assert.All(entries, entry => Assert.StartsWith("https://arxiv.org/abs/2404.", entry["url"], StringComparison.Ordinal));
        Assert.DoesNotContain("^^", text, StringComparison.Ordinal);
        Assert.Empty(Commands().Matches(text.Replace(@"\\", "", StringComparison.Ordinal)).Select(match => match.Value).Distinct().Except(
            ["textbackslash", "textbraceleft", "textbraceright", "textasciicircum", "textasciitilde", "textbf"]));
    }

    [Fact]
    public void Each_record_of_literature_is_one_record()
    {
        var records = RisReading.Read(Render("ris", All));
        using var items = JsonDocument.Parse(Render("csl-json", All));

        Assert.Equal(2 * ForFormats.Length, records.Count);
        Assert.All(records, record => Assert.Single(record, field => field.Tag == "UR"));
        Assert.Equal(2 * ForFormats.Length, items.RootElement.GetArrayLength());
    }

    [Fact]
    public void Json_keeps_what_arxiv_said()
    {
        using var json = JsonDocument.Parse(Render("json", All));

        Assert.Equal(
            "=cmd|' /C calc'!A0",
            json.RootElement.GetProperty("sections").EnumerateArray()
                .Single(section => section.GetProperty("title").GetString() == "=cmd|' /C calc'!A0")
                .GetProperty("entries")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void Every_row_has_its_cells_and_none_is_a_formula()
    {
        var cells = OutputOfHostilePapers.Cells(Render("csv", All));

        Assert.Equal((1 + (2 * ForFormats.Length)) * DraftCsv.Columns.Count, cells.Count);
        Assert.All(
            cells,
            cell => Assert.False(cell.TrimStart() is ['=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..], cell));
    }

    private static DraftEntry Entry(string text, int number) => new(
        Paper(
            FormattableString.Invariant($"2404.{number + 1:D5}"), title: text, summary: $"{text}\n{text}",
            authors: [text, $"Ada {text}"]) with
        {
            Categories = [text, "cs.CL"],
            Comment = text,
            JournalRef = text,
            Dois = [text],
        },
        number % 2 == 0 ? text : null,
        Starred: true,
        [text],
        text,
        number % 2 == 0 ? null : text);

    [GeneratedRegex(@"(?<=\\)[A-Za-z]+")]
    private static partial Regex Commands();
}

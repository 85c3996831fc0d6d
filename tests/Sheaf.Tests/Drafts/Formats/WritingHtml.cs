using System.Text.RegularExpressions;
using Sheaf.Drafts.Formats;

namespace Sheaf.Tests.Drafts.Formats;

/// <summary>HTML as interpolated strings: what comes from outside cannot become markup.</summary>
public sealed partial class WritingHtml
{
    private const string Attack = "<script>\"&'";

    private const string Harmless = "&lt;script&gt;&quot;&amp;&#39;";

    [Fact]
    public void Text_in_a_hole_is_encoded_in_elements_and_attributes() =>
        Assert.Equal($"<p title=\"{Harmless}\">{Harmless}</p>", Text($"""<p title="{Attack}">{Attack}</p>"""));

    [Fact]
    public void HTML_in_a_hole_is_not_encoded_again()
    {
        Html cell = $"<td>{Attack}</td>";

        Assert.Equal($"<tr><td>{Harmless}</td></tr>", Text($"<tr>{cell}</tr>"));
        Assert.Equal($"<tr><td>{Harmless}</td><td>{Harmless}</td></tr>", Text($"<tr>{new[] { cell, null, cell }}</tr>"));
    }

    [Fact]
    public void Nothing_in_a_hole_is_nothing() =>
        Assert.Equal("<p></p>", Text($"<p>{(string?)null}{(Html?)null}{Array.Empty<Html>()}</p>"));

    [Fact]
    public void Numbers_are_those_of_no_culture_and_lengths_have_a_tenth() =>
        Assert.Equal("-1234567 0.3 12", Text($"{-1234567} {1 / 3.0} {12.04}"));

    [Fact]
    public void An_empty_piece_that_has_a_line_to_itself_leaves_no_line()
    {
        Html? none = null;
        Html empty = $"{none}";

        Assert.Equal(
            "<ul>\n<li></li>\n</ul>\n",
            Text($"""
                {none}
                <ul>
                {empty}{none}
                <li>{none}</li>
                {Html.Lines([])}
                </ul>

                """));
    }

    [Fact]
    public void An_empty_text_leaves_its_line() => Assert.Equal("<pre>\n\n</pre>", Text($"<pre>\n{""}\n</pre>"));

    [Fact]
    public void Lines_are_the_pieces_that_are_not_empty() =>
        Assert.Equal("<hr>\n&lt;", Text($"{Html.Lines([$"<hr>", null, $"{""}", $"{"<"}"])}"));

    [Fact]
    public void Only_what_others_have_made_into_markup_is_trusted() => Assert.Equal(
        ["CleanHtml.cs", "Html.cs", "ManualHtml.cs", "NoteHtml.cs", "PageHead.cs", "TexHtml.cs"],
        Directory.EnumerateFiles(Path.Combine(ReferenceData.Checkout, "src", "Sheaf"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Trusting().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Text(Html html) => html.ToString();

    [GeneratedRegex(@"\bTrusted\(|\bAppendLiteral\(")]
    private static partial Regex Trusting();
}

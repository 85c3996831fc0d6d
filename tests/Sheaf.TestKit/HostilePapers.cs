using System.Text.Json.Nodes;

namespace Sheaf.TestKit;

/// <summary>Papers whose metadata were written by somebody who means ill. What they hold may be shown; it must not act.</summary>
internal static class HostilePapers
{
    /// <summary>
    /// Markdown, HTML, our own mark, terminal escapes, formulas, bidirectional controls, links that act, and characters that are none.
    /// </summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "# Heading\n\n* item <!-- suggested -->",
        "<!-- hidden <script>alert(1)</script> <img src=x onerror=alert(1)> -->",
        "[free](javascript:alert(1)) ![x](data:text/html;base64,PHNjcmlwdD4=) <javascript:alert(1)> [r]: javascript:1",
        "$[free](javascript:alert(1))$ $<javascript:alert(1)>$ $<img src=x onerror=alert(1)>$",
        "$<a title=\"$ \" href=\"javascript:alert(1)\">here</a>",
        "$<a title=\"<\" href=\"javascript:alert(1)\">here$ `code` **bold** ~~gone~~ &lt;b&gt; &#x202e;",
        "red \e[31m \e]8;;http://elsewhere.invalid\aclick\e]8;;\a \e]0;title\a bell \a back \b del \u007f c1 \u009b31m \u0090q \u009d",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1+1",
        "\r=1+1",
        "＝1+1",
        "over \u202egnp.exe\u202c isolate \u2066x\u2069 mark \u200f\u200e\u061c zero\u200bwidth \ufeff joined \u2060 tag \U000e0041 "
        + "soft\u00adhyphen",
        "line \u2028 paragraph \u2029 next \u0085 form \f tab \v nul \0 end",
        "half \ud800 other \udc00 none \uffff \ufffe",
        "\" , ; ' \\ \\\" ; =1+1",
        "../../etc/passwd C:\\Windows CON nul",
        "2404.00001 https://arxiv.org/abs/2404.00002 // comment ``` ~~~",
    ];

    /// <summary>
    /// One paper for each text, which is its title, its first and its last author, its abstract, its comment and its journal.
    /// </summary>
    public static IReadOnlyList<string> Corpus() => [.. Texts.Select((text, number) => InventedPapers.One(
        Id(number),
        new DateTimeOffset(2024, 4, 3, 12, 0, 0, TimeSpan.Zero),
        ("title", Writable(text)),
        ("authors", new JsonArray(InventedPapers.Author(Writable(text)), InventedPapers.Author($"Ada {Writable(text)}"))),
        ("abstract", Writable($"{text}\n  We show that {text} turns slowly in every workshop of the town.\n  {text}")),
        ("comment", Writable(text)),
        ("journalRef", Writable(text)),
        ("reportNumber", Writable(text))))];

    /// <summary>A curated list with all of them.</summary>
    public static string List() => string.Concat(Texts.Select((_, number) => $"- {Id(number)}\n"));

    public static string Id(int number) => $"2404.{number + 1:D5}";

    /// <summary>Half characters cannot be written into a corpus, nor sent: what an encoder makes of them comes.</summary>
    private static string Writable(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}

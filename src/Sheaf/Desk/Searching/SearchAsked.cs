using Microsoft.AspNetCore.Http;
using Sheaf.Desk.Pages;

namespace Sheaf.Desk;

/// <summary>What the address of a page of a search asks for, as it was typed.</summary>
/// <param name="Fields">Of its form.</param>
internal sealed record SearchAsked(SearchFields Fields)
{
    private const string Page = "/search";

    /// <summary>The paper behind which the window begins; empty for none, likewise for the next.</summary>
    public string Behind { get; init; } = "";

    /// <summary>The paper before which it ends.</summary>
    public string Before { get; init; } = "";

    /// <summary>The paper that is open.</summary>
    public string Open { get; init; } = "";

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => Fields is { Query: "", Author: "", Category: "", From: "", To: "", Show: "all" };

    /// <summary>The address of this window.</summary>
    public string Path
    {
        get
        {
            (string Name, string Value)[] parts =
            [
                ("q", Fields.Query), ("author", Fields.Author), ("category", Fields.Category), ("from", Fields.From), ("to", Fields.To),
                ("show", Fields.Show == "all" ? "" : Fields.Show), ("order", Fields.Order == "best" ? "" : Fields.Order),
                ("behind", Behind), ("before", Before),
            ];
            var given = parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}");
            return $"{Page}?{string.Join('&', given)}";
        }
    }

    public static SearchAsked Of(IQueryCollection query)
    {
        string Text(string name) => query[name].LastOrDefault()?.Trim() ?? "";
        var fields = new SearchFields(Text("q"), Text("author"), Text("category"), Text("from"), Text("to"))
        {
            Show = Text("show") is "listed" or "open" ? Text("show") : "all",
            Order = Text("order") == "newest" ? "newest" : "best",
        };
        return new SearchAsked(fields)
        {
            Behind = Text("behind"),
            Before = Text("before"),
            Open = Text("open"),
        };
    }
}

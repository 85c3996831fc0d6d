using System.Text.Json;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class TheDraftAsJson
{
    [Fact]
    public void It_has_the_months_facts_its_sections_and_entries() =>
        GoldenText.Check("sections.json", DraftJson.Render(TheRoundupStyle.Rich()));

    [Fact]
    public void A_note_a_suggestion_and_nothing_are_told_apart()
    {
        var draft = Draft(
            "- 2404.00001 — mine\n- 2404.00002\n- 2404.00003", Paper("2404.00001"), Paper("2404.00002"), Paper("2404.00003", summary: ""));

        using var json = JsonDocument.Parse(DraftJson.Render(draft));

        var entries = json.RootElement.GetProperty("sections")[0].GetProperty("entries").EnumerateArray();
        Assert.Equal(
            [(null, false), ("One sentence.", true), ("mine", false)],
            entries.Select(entry => (entry.GetProperty("note").GetString(), entry.GetProperty("suggested").GetBoolean())));
    }

    [Fact]
    public void An_empty_month_is_an_object_too()
    {
        using var json = JsonDocument.Parse(DraftJson.Render(Draft("")));

        Assert.Equal(0, json.RootElement.GetProperty("count").GetInt32());
        Assert.Empty(json.RootElement.GetProperty("sections").EnumerateArray());
    }
}

using System.Net.Http.Json;
using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf demo --desk</c> leaves something to do in each part of the desk, and asks nobody but its own stand-in.</summary>
public sealed class TheDemoAtTheDesk
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_suggestions_to_decide_a_finding_to_mend_and_a_changed_title()
    {
        await using var bench = await Workbench.StartAsync([]);
        var (folder, address) = (bench.PathOf("kept"), $"http://127.0.0.1:{ServedDesk.FreePort()}");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = bench.RunStoppableAsync(
            ["demo", "--keep", folder, "--desk", "--quiet", "--set", $"Serve:Url={address}", "--set", "Desk:Access=open"], stop.Token);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        var status = await UntilItAnswersAsync(client, running);
        var suggestions = await client.GetFromJsonAsync<JsonElement>("/api/2024-04/suggestions", Token);
        var findings = await client.GetFromJsonAsync<JsonElement>("/api/2024-04/findings", Token);
        var twice = findings.GetProperty("findings").EnumerateArray()
            .Last(finding => finding.GetProperty("code").GetString() == "duplicate");
        using var mended = await client.PostAsJsonAsync($"/api/findings/{twice.GetProperty("key").GetString()}/fix", new { }, Token);
        await stop.CancelAsync();

        Assert.Contains("(Revised)", $"{status.GetProperty("changedSinceDrafted")}", StringComparison.Ordinal);
        Assert.True(suggestions.GetProperty("considered").GetInt32() > 30);
        Assert.Equal(JsonValueKind.Number, (await mended.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("edit").ValueKind);
        Assert.Equal(0, (await running).Exit);
        Assert.False(Directory.Exists(bench.PathOf("curated")), "The demo is to touch its own folder only.");
    }

    private static async Task<JsonElement> UntilItAnswersAsync(HttpClient client, Task<CommandResult> running)
    {
        while (true)
        {
            Assert.False(running.IsCompleted, running.IsCompleted ? (await running).Error : "");
            try
            {
                return await client.GetFromJsonAsync<JsonElement>("/api/2024-04/status", Token);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
            }
        }
    }
}

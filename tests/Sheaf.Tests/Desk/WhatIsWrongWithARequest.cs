using System.Net;

namespace Sheaf.Tests.Desk;

/// <summary>A request that cannot be meant is answered with a problem document of one sentence.</summary>
public sealed class WhatIsWrongWithARequest
{
    [Theory]
    [InlineData("{\"a b\":1}", "here: a b is not known")]
    [InlineData("{\"kind\":7}", "here: kind is not known, or not what it should be")]
    public async Task A_member_that_is_not_asked_for_is_named(string json, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var answer = await desk.SendAsync(
            HttpMethod.Post, "/api/runs", change: request => request.Content = new StringContent(json, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            sentence, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_is_none_is_told()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var answer = await desk.SendAsync(HttpMethod.Get, "/api/2024-04/export/html?edited=yes");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "in its address", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}

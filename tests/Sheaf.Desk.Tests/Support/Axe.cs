using Deque.AxeCore.Commons;

namespace Sheaf.Desk.Tests.Support;

/// <summary>axe, which finds what keeps people from using a page: https://github.com/dequelabs/axe-core</summary>
internal static class Axe
{
    /// <summary>The size of targets is no rule of it until one asks for that.</summary>
    /// <remarks>
    /// What is off the screen has no layout until somebody scrolls to it (content-visibility), so that sizes there would be guesses of the
    /// browser.
    /// </remarks>
    private const string Run =
        """
        for (const part of document.querySelectorAll("main *")) {
          if (getComputedStyle(part).contentVisibility === "auto") part.style.contentVisibility = "visible";
        }
        axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then((found) => found.violations
          .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What it finds in the page, a line for each rule that is broken.</summary>
    public static async Task<string[]> FindAsync(DeskVisit visit)
    {
        if (!await visit.AskAsync<bool>("'axe' in window"))
        {
            await visit.Page.EvaluateExpressionAsync(Script);
        }

        return await visit.AskAsync<string[]>(Run);
    }
}

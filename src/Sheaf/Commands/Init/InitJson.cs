using System.Text.Json.Serialization;
using Sheaf.Answers;

namespace Sheaf.Commands;

/// <summary>What <c>init</c> writes under <c>--json</c>.</summary>
/// <param name="Workspace">The folder.</param>
/// <param name="Files">Written, with their whole paths.</param>
/// <param name="Learned">Past issues that the taste is learnt from.</param>
/// <param name="Sweep">What arXiv will be asked for first.</param>
/// <param name="HasContact">Whether arXiv can reach the editor.</param>
internal sealed record InitJson(
    string Workspace, IReadOnlyList<string> Files, IReadOnlyList<LearnedJson> Learned, FirstSweepJson Sweep, bool HasContact);

/// <param name="Papers">About so many are expected.</param>
/// <param name="Requests">To the query API or OAI-PMH, those for the papers of past issues among them.</param>
/// <param name="LeastSeconds">The least time that arXiv's rules allow for them.</param>
/// <param name="Arguments">Of the command.</param>
internal sealed record FirstSweepJson(
    int Papers, int Requests, int LeastSeconds, [property: JsonIgnore] IReadOnlyList<string> Arguments)
{
    /// <summary>The command that does it.</summary>
    public string Command { get; init; } = "";
}

using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Sentences;
using Sheaf.Store.Drafts;

namespace Sheaf.Drafts;

/// <summary>The sentences to suggest in one draft: those chosen before from the same words by the same program, the others chosen now.</summary>
/// <param name="before">What the store has.</param>
internal sealed class SentenceCache(IReadOnlyDictionary<ArxivIdentifier, SuggestionRow> before)
{
    /// <summary>Another build of the program may choose otherwise.</summary>
    private static readonly string Program = typeof(SuggestedSentence).Module.ModuleVersionId.ToString();

    private readonly List<SuggestionRow> _chosen = [];

    /// <summary>Those that the store does not have yet.</summary>
    public IReadOnlyList<SuggestionRow> Chosen => _chosen;

    /// <inheritdoc cref="SuggestedSentence.Of(Eprint)"/>
    public string? Of(Eprint eprint)
    {
        var digest = Digest(eprint);
        if (before.TryGetValue(eprint.Identifier, out var known) && known.Digest == digest)
        {
            return known.Sentence;
        }

        var chosen = new SuggestionRow(eprint.Identifier, digest, SuggestedSentence.Of(eprint));
        _chosen.Add(chosen);
        return chosen.Sentence;
    }

    private static string Digest(Eprint eprint) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Program}\n{eprint.Title}\n{eprint.Abstract}")));
}

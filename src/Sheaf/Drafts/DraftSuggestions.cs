using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Sentences;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Signals;

namespace Sheaf.Drafts;

/// <summary>
/// What Sheaf suggests in a draft: papers that the editor may have missed, sentences of abstracts in place of notes, and what others
/// noticed, for templates.
/// </summary>
internal sealed class DraftSuggestions(Suggester suggester, SuggestionStore sentences, SignalStore signals, SheafSettings settings)
{
    /// <summary>
    /// As many papers as the settings ask for. While a list of whatever month cannot be read, nobody knows what has been decided: nothing
    /// is suggested, and the draft is made without.
    /// </summary>
    public IReadOnlyList<SuggestedPaper> PapersFor(Month month)
    {
        if (settings.DraftSuggestions == 0)
        {
            return [];
        }

        try
        {
            return suggester.Suggest(month, settings.DraftSuggestions, CancellationToken.None).Papers;
        }
        catch (CurationException)
        {
            return [];
        }
    }

    /// <summary>What others noticed of some papers.</summary>
    internal IReadOnlyDictionary<ArxivIdentifier, IReadOnlyList<PaperSignal>> SignalsOf(IEnumerable<ArxivIdentifier> papers) =>
        signals.Find([.. papers.Distinct()]).ToDictionary(
            paper => paper.Key,
            paper => (IReadOnlyList<PaperSignal>)
                [.. paper.Value.Select(signal => new PaperSignal(signal.Source, signal.Day, signal.Votes, signal.Asked))]);

    /// <summary>The sentences for the papers of one draft.</summary>
    internal SentenceCache SentencesFor(IEnumerable<Eprint> papers) =>
        new(sentences.Find(papers.Select(paper => paper.Identifier).Distinct()));
}

/// <summary>
/// The sentences to suggest in one draft: those chosen before from the same words by the same program, the others chosen now.
/// </summary>
/// <param name="before">What the store has.</param>
internal sealed class SentenceCache(IReadOnlyDictionary<ArxivIdentifier, SuggestedSentenceRow> before)
{
    /// <summary>Another build of the program may choose otherwise.</summary>
    private static readonly string Program = typeof(SuggestedSentence).Module.ModuleVersionId.ToString();

    private readonly List<SuggestedSentenceRow> _chosen = [];

    /// <summary>Those that the store does not have yet.</summary>
    public IReadOnlyList<SuggestedSentenceRow> Chosen => _chosen;

    /// <inheritdoc cref="SuggestedSentence.Of(Eprint)"/>
    public string? Of(Eprint eprint)
    {
        var digest = Digest(eprint);
        if (before.TryGetValue(eprint.Identifier, out var known) && known.Digest == digest)
        {
            return known.Sentence;
        }

        var chosen = new SuggestedSentenceRow(eprint.Identifier, digest, SuggestedSentence.Of(eprint));
        _chosen.Add(chosen);
        return chosen.Sentence;
    }

    private static string Digest(Eprint eprint) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Program}\n{eprint.Title}\n{eprint.Abstract}")));
}

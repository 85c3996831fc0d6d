using Sheaf.Replica.Text;

namespace Sheaf.Replica.Queries;

/// <summary>A paper that a query found, in the version asked for.</summary>
internal sealed record Found(CorpusPaper Paper, History History, CorpusVersion Version)
{
    /// <summary>As in the entry's id: always with the version.</summary>
    public string Name { get; } = $"{Paper.Id}v{Version.Version}";

    /// <summary>As stored and as shown; of two names of one category a search finds either.</summary>
    public IReadOnlyList<string> Categories => field ??=
        [.. Paper.Categories.Concat(Taxonomy.Shown(Paper)).SelectMany(Taxonomy.BothNames).Distinct(StringComparer.Ordinal)];

    /// <summary>What searches look into.</summary>
    public SearchableText Text => field ??= SearchableText.Of(Paper);
}

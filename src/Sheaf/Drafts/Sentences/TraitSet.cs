namespace Sheaf.Drafts.Sentences;

/// <summary>The traits of one sentence.</summary>
internal sealed class TraitSet
{
    private ulong _traits;

    public void Add(SentenceTrait trait, bool has = true) => _traits |= (has ? 1UL : 0) << (int)trait;

    public bool Has(SentenceTrait trait) => ((_traits >> (int)trait) & 1) != 0;

    public double Times(IReadOnlyList<double> weights) => weights.Index().Sum(weight => Has((SentenceTrait)weight.Index) ? weight.Item : 0);
}

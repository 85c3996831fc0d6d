using Sheaf.Drafts.Sentences;
using Sheaf.TestKit.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>What is wrong with a sentence that no reader would print.</summary>
internal static class SentenceErrors
{
    /// <param name="paper">The abstract.</param>
    /// <param name="number">Of the sentence; null where none was printed.</param>
    public static string KindOf(LabelledAbstract paper, int? number)
    {
        if (number is not { } chosen)
        {
            return "nothing printed";
        }

        List<string> trimmed = [.. paper.Sentences.Select(SafeTrim.Of)];
        var traits = AbstractTraits.Read(paper.Title, paper.Sentences, trimmed);
        return !SentenceModel.IsOfGoodLength(trimmed[chosen]) ? "too long or short"
            : traits[chosen].Has(SentenceTrait.Points) ? "dangling word"
            : traits[chosen].Has(SentenceTrait.BeforeOwn) ? "motivation only"
            : paper.Accepted.Any(own => own.Any(other => IsNamed(traits[other]))) && !IsNamed(traits[chosen])
                ? "thing of the title passed over"
                : "side remark";
    }

    private static bool IsNamed(TraitSet traits) => traits.Has(SentenceTrait.TitleName);
}

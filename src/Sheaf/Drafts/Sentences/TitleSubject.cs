namespace Sheaf.Drafts.Sentences;

/// <summary>What a title is about, and what it names.</summary>
internal sealed class TitleSubject
{
    /// <summary>Written as names are, and no names of anything in a paper.</summary>
    private static readonly HashSet<string> Fields =
        [.. ("ai ml dl lm llm mllm vlm nlp nn cnn dnn gnn gan vae rnn lstm vit gpt bert pinn rl rlhf rag qa cot icl lora sgd mt asr ocr "
            + "iot api gpu cpu sql 2d 3d 4d").Split(' ')];

    private readonly HashSet<string> _words = [];
    private readonly HashSet<string> _names = [];

    public TitleSubject(string title)
    {
        var words = new SentenceWords(title);
        for (var at = 0; at < words.Count; at++)
        {
            if (!words.Is(at, WordKind.Common))
            {
                _words.Add(words[at]);
            }

            if (words.IsName(at) ? !Fields.Contains(words[at]) : at == 0 && words.Before(1) == ':')
            {
                _names.Add(words[at]);
            }
        }
    }

    public bool Has(string word) => _words.Contains(word);
    public bool IsName(string word) => _names.Contains(word);

    /// <summary>The share of its words that a sentence has.</summary>
    public double ShareIn(SentenceWords sentence) => (double)_words.Count(word => sentence.Has(word)) / Math.Max(1, _words.Count);

    public bool IsNamedIn(SentenceWords sentence) => _names.Any(name => sentence.Has(name));
}

namespace Sheaf.Drafts.Sentences;

/// <summary>What a word tells about the sentence that has it.</summary>
[Flags]
internal enum WordKind
{
    None = 0,

    /// <summary>Says nothing of what a paper is about.</summary>
    Common = 1,

    We = 1 << 1,
    Our = 1 << 2,

    /// <summary>What authors call their text, what they made, and what came out.</summary>
    Paper = 1 << 3,
    Method = 1 << 4,
    Result = 1 << 5,

    /// <summary>What authors say that they did.</summary>
    Introduce = 1 << 6,
    Find = 1 << 7,
    Study = 1 << 8,
    Test = 1 << 9,

    Be = 1 << 10,
    Modal = 1 << 11,
    Conjunction = 1 << 12,

    /// <summary>This, these, such: they need something to point to.</summary>
    Pointer = 1 << 13,
    Pronoun = 1 << 14,

    Aim = 1 << 15,
    Contrast = 1 << 17,
    Background = 1 << 18,
    Outlook = 1 << 19,
    Code = 1 << 20,

    /// <summary>What authors say beside what they did: we hope, we call.</summary>
    Remark = 1 << 21,

    /// <summary>One thing among others: also, further.</summary>
    Sequel = 1 << 22,

    Means = 1 << 24,
}

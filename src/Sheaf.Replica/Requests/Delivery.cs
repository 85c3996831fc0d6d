namespace Sheaf.Replica.Requests;

/// <summary>How an answer is sent.</summary>
internal enum Delivery
{
    /// <summary>From the beginning to the end.</summary>
    Whole,

    /// <summary>Nothing; the connection breaks.</summary>
    Dropped,

    /// <summary>One half, then the connection breaks.</summary>
    CutOff,

    /// <summary>One half, then nothing until the client leaves.</summary>
    Stalled,

    /// <summary>Whole, with far too many blanks after it.</summary>
    Endless,
}

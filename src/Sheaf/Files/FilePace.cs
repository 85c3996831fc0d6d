namespace Sheaf.Files;

/// <summary>How long other programs that write the same files are waited for.</summary>
/// <param name="Turns">After this time nothing is written.</param>
/// <param name="SecondLook">So long after a file was replaced, what it held before is looked at again: who had it open may have gone on writing there.</param>
/// <param name="Emptied">So long a file that is empty or absent may be one that is being saved.</param>
internal sealed record FilePace(TimeSpan Turns, TimeSpan SecondLook, TimeSpan Emptied)
{
    public static FilePace Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2));
}

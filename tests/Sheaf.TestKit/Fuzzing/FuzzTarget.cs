namespace Sheaf.TestKit.Fuzzing;

/// <summary>A parser of foreign input.</summary>
/// <param name="Name">How it is called on the command line.</param>
/// <param name="Parse">Reads one input.</param>
/// <param name="Refusals">The exceptions by which it may refuse one, as its documentation says.</param>
/// <param name="Seeds">Invented inputs that it reads or refuses properly.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Parse, IReadOnlyList<Type> Refusals, IReadOnlyList<byte[]> Seeds)
{
    /// <summary>Where further inputs lie among the reference data: folders and the ending of names.</summary>
    public IReadOnlyList<(string Folder, string Ending)> Files { get; init; } = [];

    /// <summary>Whether any part of an input is an input: then a part of a long file is taken.</summary>
    public bool TakesParts { get; init; }

    /// <summary>What is wrong with how it took the input; null where nothing is.</summary>
    public string? FaultWith(byte[] input)
    {
        var (time, memory) = (TimeProvider.System.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            Parse(input);
        }
        catch (Exception exception) when (Refusals.Contains(exception.GetType()))
        {
            // As it may.
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        var took = TimeProvider.System.GetElapsedTime(time);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - memory;
        return took > Fuzzer.LongestTime ? $"took {took.TotalSeconds:F1} s"
            : allocated > Fuzzer.MostMemory ? $"allocated {allocated >> 20} MB"
            : null;
    }
}

namespace Sheaf.Importing;

/// <summary>Lines of any stream, as bytes. One that is too long is passed over without being kept, however long it is.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line that is read, in bytes: papers of thousands of authors take some hundred thousand.</summary>
    public const int Longest = 4 << 20;

    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>How many bytes of the stream are behind the last line that was read, its line break included.</summary>
    public long Passed { get; private set; }

    /// <summary>Reads the next line, without its line feed.</summary>
    /// <param name="line">Good until the next call; empty where the line is too long.</param>
    /// <param name="isTooLong">Whether it is.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isTooLong)
    {
        line = default;
        isTooLong = false;
        for (var searched = 0; ;)
        {
            var at = _buffer.AsSpan((_start + searched)..(_end)).IndexOf((byte)'\n');
            if (at >= 0 || _ended)
            {
                return Take(at >= 0 ? searched + at : _end - _start, at >= 0 ? 1 : 0, isTooLong, ref line);
            }

            searched = _end - _start;
            if (searched > Longest)
            {
                isTooLong = true;
                Passed += searched;
                (_start, _end, searched) = (0, 0, 0);
            }

            Fill();
        }
    }

    private bool Take(int length, int lineFeed, bool isTooLong, ref ReadOnlySpan<byte> line)
    {
        if (length + lineFeed == 0)
        {
            return isTooLong;
        }

        line = isTooLong ? default : _buffer.AsSpan(_start, length);
        _start += length + lineFeed;
        Passed += length + lineFeed;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _ended = count == 0;
    }
}

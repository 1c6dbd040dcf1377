namespace Saima.Kernel.Evidence;

/// <summary>Where contents are kept: a folder or a bucket. Whoever puts has checked before; here bytes are bytes.</summary>
public interface IContents
{
    /// <summary>Puts a file there and takes the place of what lies there; when it returns the content is surely there, whole. The file may be gone afterwards.</summary>
    /// <exception cref="ContentsAwayException">Nothing was put.</exception>
    Task Put(string key, string path, CancellationToken cancel);

    /// <summary>Opens a content from its beginning, to be read more than once; nothing where there is none.</summary>
    /// <exception cref="ContentsAwayException">It cannot be said.</exception>
    Task<Stream?> Open(string key, CancellationToken cancel);

    /// <summary>Keys of all that lies there, thumbnails too.</summary>
    IAsyncEnumerable<string> Keys(CancellationToken cancel);
}

/// <summary>The place of contents does not answer, or not as it should: nothing can be said of what is there.</summary>
public sealed class ContentsAwayException : Exception
{
    public ContentsAwayException()
    {
    }

    public ContentsAwayException(string message)
        : base(message)
    {
    }

    public ContentsAwayException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

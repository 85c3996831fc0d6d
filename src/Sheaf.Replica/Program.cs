Console.WriteLine("Replica");

"""The network of trust: whom and what does the network recognise?"""
